import type { Environment, FileState, FolderEntry } from '../../server/src/features/environment.ts';
import { webLink } from '../../server/src/features/manual-text.ts';
import { type Manual, openManual } from '../../server/src/manual/index.ts';
import { createUnitIndex } from '../../server/src/units/unit-index.ts';
import { newest, realPages, sourceOf } from '../manual/real-pages.ts';

/** 2026-03-01 12:00:00 UTC, a Sunday. */
export const NOW = 1_772_366_400;

let opened: Manual | undefined;

/** systemd's own pages, where the build or the machine has them. */
export function realManual(): Manual | undefined {
  opened ??= newest === undefined ? undefined : openManual(sourceOf(realPages(newest)));
  return opened;
}

/** A machine that exists only here: paths, of which those with an `x` before them can be run. */
const FILES = ['x/usr/bin/python3', 'x/usr/bin/perl', '/usr/bin/notes', '/etc/app.conf', '/etc/app 100%.conf'];

const paths = FILES.map((file) => file.replace(/^x/, ''));

function look(path: string): FileState | undefined {
  const i = paths.indexOf(path);
  if (i >= 0) return { type: 'file', executable: FILES[i]!.startsWith('x') };
  const isFolder = paths.some((known) => known.startsWith(`${path.replace(/\/$/, '')}/`));
  return isFolder ? { type: 'directory', executable: true } : undefined;
}

function list(folder: string, beginning: string): FolderEntry[] {
  const below = paths.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length).split('/')[0]!);
  return [...new Set(below)].flatMap((name) => {
    const state = name.startsWith(beginning) ? look(`${folder}${name}`) : undefined;
    return state ? [{ name, ...state }] : [];
  });
}

/** What the features are given in tests; without a manual unless one is handed in. */
export function testEnvironment(given: Partial<Environment> = {}): Environment {
  return {
    manual: undefined,
    units: createUnitIndex(),
    users: ['root', 'www-data'],
    groups: ['root', 'adm', 'video'],
    files: { look: async (path) => look(path), list: async (folder, beginning) => list(folder, beginning) },
    now: () => NOW,
    manualLink: webLink,
    ...given,
  };
}
