/** An assignment, or a line of comment that begins with `#`. */
export type UnitLine = readonly [key: string, value: string] | string;

/** Sections in the order they are written; empty ones are left out. */
export type UnitSections = readonly (readonly [name: string, lines: readonly UnitLine[]])[];

/** The text of a file with systemd's syntax. */
export function unitText(sections: UnitSections): string {
  const parts = sections.filter(([, lines]) => lines.length > 0);
  return parts.map(([name, lines]) => `[${name}]\n${lines.map(lineText).join('')}`).join('\n');
}

/** A line break has no place in a value; systemd joins continued lines with a blank. */
const lineText = (line: UnitLine): string =>
  typeof line === 'string' ? `${line}\n` : `${line[0]}=${line[1].replace(/[\r\n]+/g, ' ').trim()}\n`;

/** A text in which systemd replaces no specifier. */
export const withoutSpecifiers = (text: string): string => text.replaceAll('%', '%%');

/** The same for a command line, on which `$` begins a variable as well; systemd.service(5), "Command lines". */
export const literal = (text: string): string => withoutSpecifiers(text).replaceAll('$', '$$$$');

/** One word of a list that systemd splits at blanks, in quotes where it needs them; systemd.syntax(7), "Quoting". */
export function word(text: string): string {
  if (text !== '' && /^[^\s"'\\;]+$/.test(text)) return text;
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
  return `"${escaped}"`;
}

export const words = (all: readonly string[]): string => all.map(word).join(' ');
