import { type CliHost, UsageError } from './host.ts';

/** Writes a file that a command was told to write. @throws {@link UsageError} where that cannot be */
export function writeOutput(host: CliHost, path: string, text: string): void {
  try {
    host.writeFile(path, text);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
