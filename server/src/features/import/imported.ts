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
