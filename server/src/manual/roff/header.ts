import { type Notes, readVerbatim } from './inline.ts';
import { splitArguments } from './lines.ts';

export interface Header {
  readonly name: string;
  readonly section: string;
  readonly date: string | undefined;
  /** What the page says it belongs to: `systemd 262.1`. */
  readonly origin: string;
}

/** Reads `.TH "SYSTEMD\&.EXEC" "5" "" "systemd 262.1" "systemd.exec"`; the last word keeps the case of the name. */
export function readHeader(source: string): Header {
  const line = /^\.TH[ \t]+(.*)$/m.exec(source.slice(0, 4000))?.[1] ?? '';
  const [title = '', section = '', date = '', origin = '', extra = ''] = splitArguments(line).map(readVerbatim);
  const name = extra.toLowerCase() === title.toLowerCase() ? extra : title.toLowerCase();
  return { name, section, date: date.trim() === '' ? undefined : date.trim(), origin: origin.trim() };
}

/** A page that only points to another: `.so man1/systemd.1`. */
export function redirection(source: string): { name: string; section: string } | undefined {
  const match = /^\.so[ \t]+(?:\S*\/)?(\S+)\.([1-9][a-z]*)[ \t]*$/m.exec(source.slice(0, 4000));
  return match === null || /^\.SH/m.test(source) ? undefined : { name: match[1]!, section: match[2]! };
}

/** The numbered links: `.IP " 1." 4`, their label, `.RS 4`, `\%https://…`. */
export function readNotes(source: string): Notes {
  const notes = new Map<number, string>();
  const start = source.lastIndexOf('.SH "NOTES"');
  if (start < 0) return notes;
  const entry = /^\.IP "\s*(\d+)\."[^\n]*\n(?:(?!\.IP).*\n)*?\.RS 4\n(.*)$/gm;
  for (const [, number, line] of source.slice(start).matchAll(entry)) {
    const url = readVerbatim(line!).trim();
    // A footnote that is not an address stays a number; its text is below NOTES.
    if (/^[a-z]+:\S+$/.test(url)) notes.set(Number(number), url);
  }
  return notes;
}
