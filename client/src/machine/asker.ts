import { constants } from 'node:fs';
import { access, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Asker } from '../../../server/src/index.ts';
import { setting } from '../settings.ts';
import { query } from './query.ts';

const LIMITS = { timeout: 15_000, bytes: 32 << 20, utc: true };

/** A unit has far fewer characters. */
const LONGEST_UNIT = 8 << 20;
const LONGEST_FIRST_LINE = 256;

/** Of a version that is not told, the engine takes the nearest that it knows. */
const NEWEST = 999;

export interface MachineAsker extends Asker {
  /** That of systemd. */
  version(): Promise<number>;
}

/** Asks the machine of the settings why units fail. Files of another machine are not looked at here. */
export function machineAsker(): MachineAsker {
  const isHere = setting('host') === '' && setting('machine') === '';
  const ask: Asker['ask'] = async (program, args) => (await query({ program, args }, LIMITS)).stdout;
  return {
    ask,
    version: async () => Number(/\d+/.exec(await ask('systemctl', ['--version']))?.[0] ?? NEWEST),
    read: async (path) => (isHere ? textOf(path) : undefined),
    look: async (path) => (isHere ? look(path) : undefined),
    firstLine: async (path) => (isHere ? firstLineOf(path) : undefined),
  };
}

async function textOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() && found.size <= LONGEST_UNIT
    ? await readFile(path, 'utf8').catch(() => undefined)
    : undefined;
}

async function look(path: string): ReturnType<Asker['look']> {
  try {
    const found = await stat(path);
    const type = found.isDirectory() ? 'directory' : found.isFile() ? 'file' : 'other';
    return { type, executable: (found.mode & 0o111) !== 0 };
  } catch {
    return (await mayLook(dirname(path))) ? 'missing' : undefined;
  }
}

/** Whether we would see something in a folder, or in the nearest above it that there is. */
async function mayLook(folder: string): Promise<boolean> {
  const found = await stat(folder).catch((error: { readonly code?: string }) => error);
  if ('code' in found && found.code === 'ENOENT' && folder !== '/') return await mayLook(dirname(folder));
  if ('code' in found) return false;
  return await access(folder, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function firstLineOf(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined);
  try {
    const bytes = await file?.read({ buffer: Buffer.alloc(LONGEST_FIRST_LINE), position: 0 });
    return bytes?.buffer.toString('utf8', 0, bytes.bytesRead).split('\n')[0];
  } catch {
    return undefined;
  } finally {
    await file?.close();
  }
}
