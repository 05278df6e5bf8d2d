import type { Column, LineDialect } from '../../engine/lines/line-dialect.ts';
import { hiddenFile } from '../lines/hidden-file.ts';
import { type FolderFiles, inFolders } from '../lines/identify-in-folder.ts';
import { ignoredPart, quotedText } from '../lines/problems.ts';
import { assignmentFields, columnPlace, outlineOf } from '../lines/simple-lines.ts';

const files: FolderFiles = { dialect: 'environment-d', folders: ['environment.d'], suffix: '.conf' };

const manual = { page: 'environment.d(5)', heading: 'CONFIGURATION FORMAT' };
const columns: readonly Column[] = [
  {
    name: 'name',
    label: 'Variable',
    purpose: 'A variable of the environment that services of the user manager get.',
    manual,
  },
  {
    name: 'value',
    label: 'Value',
    purpose: 'Its value. `${NAME}`, `${NAME:-otherwise}` and `${NAME:+then}` are replaced.',
    manual,
  },
];

/** Variables of user services; environment.d(5). Quotes and a backslash at the end carry a value on to the next line. */
export const environmentDialect: LineDialect = {
  id: 'environment-d',
  called: 'An environment.d file',
  ...inFolders(files),
  isContinued,
  read(line) {
    const outline = outlineOf(line, '#;');
    return {
      kind: outline.kind,
      fields: outline.kind === 'entry' ? assignmentFields(outline, { name: 'property' }) : [],
    };
  },
  // `load_env_file_push()` of src/basic/env-file.c; what has no "=" is passed over without a word.
  check({ content: { fields } }) {
    const [name, value] = fields;
    if (!name) return [];
    if (!value) {
      const said = `${quotedText(name.text)} is not NAME=VALUE; systemd passes over this line without a word.`;
      return [{ ...ignoredPart(name, said), severity: 'info' }];
    }
    if (name.text === '' || /^[A-Za-z_][A-Za-z0-9_]*$/.test(name.text)) return [];
    const said = `${quotedText(name.text)} is not the name of a variable; systemd ignores this line. Names have letters, digits and "_", and do not begin with a digit.`;
    const bare = /^export\s+([A-Za-z_]\w*)$/.exec(name.text)?.[1];
    const fix = { title: `Change to ${bare}`, edits: [{ start: name.start, end: name.end, text: bare ?? '' }] };
    return [ignoredPart(name, said, bare ? { fixes: [fix] } : {})];
  },
  checkAmong: hiddenFile,
  placeAt: ({ text, content }, offset) =>
    columnPlace(text.slice(0, offset).includes('=') ? columns : columns.slice(0, 1), content, offset),
  symbol: ({ content: { fields } }) =>
    fields[0] && fields[1] ? { name: fields[0].text, detail: fields[1].text } : undefined,
};

/** `parse_env_file_internal()` of src/basic/env-file.c: a quote that is open, or a backslash before the end of the line. */
function isContinued(text: string): boolean {
  const start = text.search(/[^ \t\r\n]/);
  if (start < 0) return false;
  if ('#;'.includes(text[start]!)) return /\\$/.test(text);
  const equals = text.indexOf('=');
  if (equals < 0) return false;
  let quote = '';
  for (let at = equals + 1; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\\' && quote !== "'") {
      if (at === text.length - 1) return true;
      at++;
    } else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  return quote !== '';
}
