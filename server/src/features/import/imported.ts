/** What can be imported, as `--from` names it, in the order in which a text is tried. */
export const sourceIds = ['sysv', 'supervisord', 'compose', 'run', 'cron'] as const;

export type SourceId = (typeof sourceIds)[number];

/** A file that an import writes. */
export interface ImportedFile {
  /** Without a folder: `web.container`. */
  readonly name: string;
  readonly text: string;
}

/** What of the source has no counterpart, or what the reader has to decide. */
export interface Remark {
  /** 1-based, in the source. */
  readonly line: number;
  /** A whole sentence or two. */
  readonly message: string;
}

export interface Imported {
  readonly files: readonly ImportedFile[];
  readonly remarks: readonly Remark[];
}

/** A source that cannot be read at all. */
export class ImportError extends Error {
  /** 1-based, in the source. */
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** The remarks by line, each once. */
export const distinct = (remarks: readonly Remark[]): Remark[] =>
  remarks
    .filter(
      (one, index) => remarks.findIndex(({ line, message }) => line === one.line && message === one.message) === index,
    )
    .sort((a, b) => a.line - b.line);

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

/** Whether a name says which registry an image is from: `quay.io/x/y`, `localhost/x`. */
export function hasRegistry(image: string): boolean {
  const [host = '', ...rest] = image.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(host);
}

/** A short name as Docker and Compose mean it: on Docker Hub. */
export const onDockerHub = (image: string): string => `docker.io/${image.includes('/') ? '' : 'library/'}${image}`;
