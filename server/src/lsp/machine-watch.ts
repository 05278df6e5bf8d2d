import { mayBeAmongLines } from '../dialects/lines/places.ts';
import { mayBeNetwork } from '../dialects/networkd/networks/places.ts';
import { isPodmansFolder } from '../dialects/quadlet/identify.ts';
import type { FoundFile } from '../units/indexed-file.ts';
import { roleOf } from '../units/unit-location.ts';
import { notifySafe } from './run-safe.ts';
import type { Session } from './session.ts';

/** Keeps what is known of the machine's units true while the server runs. */
export interface MachineWatch {
  /** Watches these folders, and no longer those before. */
  watch(folders: readonly string[]): Promise<void>;
}

/** Whom to tell what came of watching. */
export interface Reporting {
  /** Called when open files may be judged anew. */
  readonly changed: () => void;
  readonly log: (message: string) => void;
}

export function createMachineWatch(session: Session, { changed, log }: Reporting): MachineWatch {
  let stop = (): void => undefined;
  let asked = 0;
  return {
    async watch(folders) {
      stop();
      const mine = ++asked;
      const heard = notifySafe('watching units', log, async (paths: ReadonlySet<string>) => {
        await refresh(session, folders, paths);
        changed();
      });
      const stopThis = await session.runtime.watchFolders?.(folders, heard);
      // Settings changed again meanwhile.
      if (mine !== asked) stopThis?.();
      else stop = stopThis ?? (() => undefined);
    },
  };
}

/** The files in unit paths, and Quadlet files in the folders that Podman reads. */
export async function machineFiles({ runtime }: Session, folders: readonly string[]): Promise<readonly FoundFile[]> {
  const [units, quadlets] = await Promise.all([
    runtime.unitFiles(folders),
    runtime.quadletFiles?.(folders.filter(isPodmansFolder)) ?? [],
  ]);
  return [...units, ...quadlets];
}

/** Names are looked up anew, texts read only of what changed. */
async function refresh(session: Session, folders: readonly string[], paths: ReadonlySet<string>): Promise<void> {
  const { units } = session.environment;
  for (const path of paths) if (mayBeNetwork(path) || mayBeAmongLines(path)) await session.unitFiles.reload(path);
  const found = new Map((await machineFiles(session, folders)).map((file) => [file.path, file]));
  const known = [...units.files()].filter(({ origin }) => origin === 'machine');
  for (const { path } of known) {
    if (found.has(path)) continue;
    units.remove(path);
    await session.unitFiles.reload(path);
  }
  for (const file of found.values()) {
    const before = units.file(file.path);
    if (before?.origin === 'workspace') continue;
    const isOther = !before || before.target !== file.target;
    if (isOther) units.add(file, 'machine');
    if ((isOther || paths.has(file.path)) && hasOwnText(session, file)) await session.unitFiles.reload(file.path);
  }
}

/** Links in folders of links say nothing by themselves, aliases what the unit says. */
const hasOwnText = ({ environment: { units } }: Session, { path, target }: FoundFile): boolean =>
  target !== '/dev/null' && roleOf(path)?.role !== 'link' && units.file(path)?.aliasOf === undefined;
