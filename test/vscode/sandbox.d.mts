/** A systemd that runs, and the command line that runs another one inside. */
export interface Sandbox {
  readonly dir: string;
  readonly prefix: readonly string[];
  stop(): void;
}

export function sandboxPrefix(dir: string): string[];
export function bootSandbox(dir: string): Sandbox | { readonly missing: string };
