import { parseUnitName } from '../../schema/unit-name.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import { type ResolvedUnit, resolveUnit } from '../../units/resolve-unit.ts';
import { filesOf } from '../../units/resolved-units.ts';
import { triggered } from '../../units/unit-graph.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import type { UnitText } from '../judged-unit.ts';
import { loadedUnitOfTexts } from '../lenses/effective-unit.ts';
import { scheduleOfUnit, type TimerSchedule } from './timer-schedule.ts';

/** A timer of an index, and the files it is loaded from: the fragment first. */
export interface TimerFiles {
  readonly resolved: ResolvedUnit;
  readonly paths: readonly string[];
}

/** The timers among the files that are meant, each once in a tree; masked ones and other names of one are none. */
export function timersAmong(index: UnitIndex, isMeant: (file: IndexedFile) => boolean): TimerFiles[] {
  const found = new Map<string, TimerFiles>();
  for (const file of index.files()) {
    if (!file.owner.endsWith('.timer') || file.role === 'link' || file.aliasOf !== undefined || !isMeant(file))
      continue;
    const key = `${file.tree} ${file.owner}`;
    const name = parseUnitName(file.owner);
    if (!name || found.has(key)) continue;
    const resolved = resolveUnit(index, name, file);
    if (resolved.state === 'loaded') found.set(key, { resolved, paths: filesOf(resolved).map(({ path }) => path) });
  }
  return [...found.values()];
}

/** What these files, with their texts, make of the timer. */
export function scheduleOfFiles(
  { resolved }: TimerFiles,
  texts: readonly UnitText[],
  version: number,
): TimerSchedule | undefined {
  const unit = loadedUnitOfTexts(texts, { version, manager: resolved.fragment?.manager ?? 'system' });
  return unit && scheduleOfUnit({ ...unit, name: resolved.name }, triggered(resolved) ?? '');
}
