import { spawn } from 'node:child_process';
import { executable } from './executable.ts';

/** With colours, at once where all fits on the screen, and what was read stays to be seen. */
const LESS = 'less -FRX';

interface Screen {
  readonly isTTY?: boolean | undefined;
  readonly rows?: number | undefined;
}

/**
 * Shows a text page by page, with $SYSTEMD_PAGER, $PAGER or less, as systemctl does; the words of the variable are a program
 * and its arguments, which no shell reads. Undefined where nobody reads or none is wanted (`cat`, or an empty variable).
 */
export function pager(env: NodeJS.ProcessEnv, screen: Screen): ((text: string) => Promise<void>) | undefined {
  const words = (env.SYSTEMD_PAGER ?? env.PAGER ?? LESS).split(/\s+/).filter(Boolean);
  const [name, ...args] = words;
  if (!screen.isTTY || env.TERM === 'dumb' || name === undefined || name === 'cat') return undefined;
  return async (text) => {
    const fits = text.split('\n').length < (screen.rows ?? 24);
    const program = fits ? undefined : executable(name, { untrusted: [process.cwd()] });
    if (program === undefined || !(await shows(program, args, text))) process.stdout.write(text);
  };
}

/** Whether the pager could be run; that it was left before the end is not a fault. */
const shows = (program: string, args: readonly string[], text: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'] });
    child.on('error', () => resolve(false));
    child.on('close', () => resolve(true));
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
