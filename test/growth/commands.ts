import { run } from '../cli/host.ts';
import { countedEngine, stepsOf } from './steps.ts';

type RunCli = typeof import('../../server/src/cli/main.ts').runCli;

const { runCli } = await countedEngine<{ readonly runCli: RunCli }>(
  `export { runCli } from './server/src/cli/main.ts';`,
);

export type Files = Readonly<Record<string, string>>;

/** Few that are enough to tell, and the files of so many. */
export type Tree = readonly [few: number, files: (count: number) => Files];

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
export const each = (count: number, file: (i: number) => readonly [string, string]): Record<string, string> =>
  Object.fromEntries(numbers(count).map(file));
export const lines = (count: number, line: (i: number) => string): string => numbers(count).map(line).join('');

/** More than n log n would be, less than its square. */
const TIMES = 4;
export const MOST = TIMES * 1.6;

/** How many times the steps of a command there are for {@link TIMES} as much. */
export async function growthOf(command: readonly string[], [few, files]: Tree): Promise<number> {
  await stepsFor(command, files(few));
  return (await stepsFor(command, files(few * TIMES))) / (await stepsFor(command, files(few)));
}

async function stepsFor(command: readonly string[], files: Files): Promise<number> {
  let counted = 0;
  await run([...command], files, '', {}, async (...args) => {
    let status = 0;
    counted = await stepsOf(async () => {
      status = await runCli(...args);
    });
    return status;
  });
  return counted;
}
