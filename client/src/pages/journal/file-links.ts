/** A place in a source file that a message names: `src/app.py:12`, `File "/srv/app.py", line 12`. */
export interface FileLink {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly line: number;
  readonly column?: number | undefined;
}

/** Begins where a path begins, so that the host and port of an address are none. */
const PLACE =
  /(?<![\w/.@+~-])((?:\/|\.{1,2}\/)?[\w@+~-][\w.@+~/-]{0,255}\.[A-Za-z]\w{0,9}):(\d{1,7})(?::(\d{1,5}))?(?!\w)/g;
const PYTHON = /File "([^"\n]{1,255})", line (\d{1,7})/g;

export function fileLinks(text: string): FileLink[] {
  const found = [...text.matchAll(PLACE), ...text.matchAll(PYTHON)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    path: match[1]!,
    line: Number(match[2]),
    column: match[3] === undefined ? undefined : Number(match[3]),
  }));
  return found.sort((a, b) => a.start - b.start);
}
