import type { FileState } from '../features/environment.ts';
import type { Manual } from '../manual/index.ts';
import type { MachinePaths } from '../units/unit-location.ts';

/** What the command line needs of the machine; handed in, so that tests run without files or processes. */
export interface CliHost {
  readonly cwd: string;
  /** Raw bytes; throws an Error with a readable message. */
  readFile(path: string): Uint8Array;
  /**
   * Writes another text into a file that still holds the one it had; everything else about it stays. A crash leaves the old
   * text, in the file or in a hidden one beside it. Throws an Error with a readable message.
   */
  rewriteFile(path: string, texts: { readonly before: string; readonly after: string }): void;
  /** Writes a text whatever was there, if that was a file, as {@link rewriteFile} does. Throws an Error with a readable message. */
  writeFile(path: string, text: string): void;
  /** Writes a file that is not there yet, and the folders above it. Throws an Error with a readable message. */
  createFile(path: string, text: string): void;
  /** Throws {@link UsageError} for more than a unit can have. */
  readStdin(): Promise<Uint8Array>;
  /**
   * Entries of a folder, sorted by name; throws an Error with a readable message. A folder in which another kind of file
   * system begins (/proc, a network) is `other`, to be left alone.
   */
  readDirectory(path: string): readonly DirectoryEntry[];
  /** Undefined when there is nothing; `other` are pipes, sockets and devices. Follows symbolic links. */
  kindOf(path: string): 'file' | 'directory' | 'other' | undefined;
  /** Whether settings found here are heeded: they are this user's, root's, or of whoever owns the current folder. */
  isTrusted(path: string): boolean;
  /** What there is, and whether it can be run; undefined when there is nothing. Follows symbolic links. */
  look(path: string): FileState | undefined;
  /** Where to find what the machine's units call by this path; undefined where its links lead nowhere. */
  placeOf(path: string): string | undefined;
  join(...parts: string[]): string;
  /** Whether not all of the machine can be seen: what is not found says nothing then. */
  readonly isConfined?: boolean;
  /** Where a symbolic link leads in the end; undefined when nowhere. */
  realPath(path: string): string | undefined;
  /** What a symbolic link itself says; undefined for what is not a link. */
  readLink(path: string): string | undefined;
  /** The folders the machine's managers read units from. */
  machinePaths(): Promise<MachinePaths>;
  /** The version of the machine's systemd, if it has one. */
  systemdVersion(): number | undefined;
  /** The same of its Podman, as major * 100 + minor; asked where there are Quadlet files only. */
  podmanVersion?(): number | undefined;
  /**
   * What a program of systemd, or git, prints, in English and with times in UTC; undefined where it is not there, fails or does not
   * answer. Missing where nothing may be asked.
   */
  readonly ask?: ((program: string, args: readonly string[]) => Promise<string | undefined>) | undefined;
  /** Processes that change something; missing where none may be started. */
  readonly processes?: CliProcesses | undefined;
  /** How many threads can run at once. */
  readonly processors?: number;
  /** Starts another thread on a task, which is plain data, and hears its answers; missing where there are none. */
  readonly startThread?: ((task: unknown, heard: (message: unknown) => void) => Thread) | undefined;
  /** Tells which paths changed in folders and right below them, until the result is called; missing where that cannot be. */
  readonly watchFolders?: (
    folders: readonly string[],
    changed: (paths: ReadonlySet<string>) => void,
  ) => Promise<() => void>;
  /** When somebody wants the program to end, by Ctrl+C for one; until then it keeps running. */
  readonly stopped?: () => Promise<void>;
  now(): number;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Shows a text page by page; missing where nobody reads, or no pager is wanted. */
  readonly page?: ((text: string) => Promise<void>) | undefined;
  /** Whether a person reads standard output. */
  readonly isTerminal: boolean;
  /** Whether colours are shown there, or wanted all the same. */
  readonly hasColors: boolean;
  /** The version of this program. */
  readonly programVersion?: string;
  /** Shows a line that the next one takes the place of; an empty one wipes it. Missing where nobody watches. */
  readonly showProgress?: ((line: string) => void) | undefined;
  /** How wide the terminal is; 80 where there is none. */
  readonly columns: number;
  /** Seconds since 1970. */
  time(): number;
  /** systemd's manual, for a version of systemd. */
  manual(version: number): Manual | undefined;
}

/** What trials of units need of a machine. */
export interface CliProcesses {
  /** The absolute path of a program of the system. */
  find(program: string): string | undefined;
  /** Runs a program without a shell. Never rejects. */
  run(argv: readonly string[], options?: { readonly seconds?: number }): Promise<CliAnswer>;
  /** Eight hexadecimal digits of chance. */
  newId(): string;
  /** In milliseconds. */
  wait(span: number): Promise<void>;
  /** `$XDG_RUNTIME_DIR`, or where it is for this user. */
  readonly runtimeFolder: string;
  /** Whether the user has asked for the end since (Ctrl-C): what was begun is then taken back. */
  isInterrupted(): boolean;
}

export interface CliAnswer {
  /** Undefined where it was not there, or had to be ended. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Another thread of this program. */
export interface Thread {
  tell(message: unknown): void;
  /** When it has said all it had to say, or could not start, or failed. */
  readonly ended: Promise<void>;
  end(): void;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'link' | 'other';
}

/** Exit status: nothing to complain of; an error or warning; wrong usage or unreadable input. */
export const EXIT = { clean: 0, problems: 1, failure: 2 } as const;

/** A mistake in the command line; printed on standard error with exit status 2. */
export class UsageError extends Error {}
