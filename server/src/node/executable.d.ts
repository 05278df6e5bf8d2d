export interface Search {
  /** As in the variable of this name; the process's own unless told. */
  readonly PATH?: string | undefined;
  /** Folders whose content comes from anywhere, such as what is opened: nothing in them or below is run. */
  readonly untrusted: readonly string[];
}
/**
 * The absolute path of a program, so that neither the working directory nor what a repository brings along is ever searched;
 * undefined where there is none, and on every system without systemd, where nothing is run.
 */
export declare function executable(name: string, search: Search): string | undefined;
/** A program that every system keeps in the same few folders, whatever `PATH` says. */
export declare const systemExecutable: (name: string) => string | undefined;
