import { printableLine } from '../../text/printable.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 has no way to write: noncharacters and halves of pairs. */
const UNWRITABLE = /[\ufffe\uffff]|\p{Surrogate}/gu;

/** Any text, in one line, as content or between double quotes. */
export const xmlText = (text: string): string =>
  printableLine(text)
    .replace(UNWRITABLE, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** ` name="web.service" line="3"` */
export const xmlAttributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';
