/** What turns the direction of the text around it ("Trojan source"), separates lines, or is a control character of 8 bits. */
const UNSEEN = /[\x80-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text that is not ours, for people: a character that would command a terminal is shown as Unicode's picture of it (␛ for
 * escape), one for one, so that columns stay what they are. Tabs and line ends stay.
 */
export const printable = (text: string): string =>
  text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, picture).replace(UNSEEN, '\ufffd');

/** The same as one line: a path may hold a line end, and what comes after it would pass for something we say. */
export const printableLine = (text: string): string => printable(text).replace(/[\t\n]/g, picture);

const picture = (control: string): string =>
  control === '\x7f' ? '\u2421' : String.fromCharCode(0x2400 + control.charCodeAt(0));

/** JSON of a value, in which everything that is not to be seen is escaped. */
export const printableJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent).replace(
    /[\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]/g,
    (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
