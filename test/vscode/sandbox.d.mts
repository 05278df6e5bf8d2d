/** A systemd that runs, and the command line that runs another one inside. */
export interface Sandbox {
  readonly dir: string;
  readonly prefix: readonly string[];
  stop(): void;
}

export interface User {
  readonly uid: number;
  readonly home: string;
}

export function asUser(user: User): string[];
export function sandboxPrefix(dir: string, user?: User): string[];
export function bootSandbox(dir: string, root?: string): Sandbox | { readonly missing: string };
