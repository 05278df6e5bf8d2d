import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { type Effect, effectOf } from './effect.ts';
import { type Entry, type Setting, type SettingPlace, settingsInForce } from './settings-in-force.ts';

/** A directive of which something else is in force. */
export interface Difference {
  readonly section: string;
  readonly key: string;
  /** Undefined where it was not set. */
  readonly old: Side | undefined;
  /** Undefined where it is not set any more. */
  readonly new: Side | undefined;
  readonly effect: Effect;
}

export interface Side {
  /** As they are written; of a list what only this side has, unless its order changed. */
  readonly values: readonly string[];
  readonly places: readonly SettingPlace[];
}

/** What two units that stand for one have in force differently, in the order of the sections. */
export function compareUnits(old: LoadedUnit, now: LoadedUnit): Difference[] {
  const before = settingsInForce(old);
  const after = settingsInForce(now);
  return [...new Set([...before.keys(), ...after.keys()])].sort(bySection).flatMap((name): Difference[] => {
    const [was, is] = [before.get(name), after.get(name)];
    if (isSame(was, is)) return [];
    const { section, key } = (is ?? was)!;
    const effect = effectOf(section, key, now.kind);
    return [{ section, key, old: sideOf(was, is), new: sideOf(is, was), effect }];
  });
}

const ORDER = ['Unit', 'Install'];

/** [Unit] comes first, [Install] last. */
function bySection(a: string, b: string): number {
  const rank = (name: string): number => {
    const index = ORDER.indexOf(name.split(' ')[0]!);
    return index < 0 ? 0.5 : index;
  };
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function isSame(was: Setting | undefined, is: Setting | undefined): boolean {
  const [a, b] = [formsOf(was), formsOf(is)];
  return a.length === b.length && a.every((form, index) => form === b[index]);
}

function formsOf(setting: Setting | undefined): readonly string[] {
  const forms = setting?.entries.map(({ form }) => form) ?? [];
  return setting?.isSet ? [...new Set(forms)].sort() : forms;
}

/** Of a list one looks for what was added and what went. */
function sideOf(setting: Setting | undefined, other: Setting | undefined): Side | undefined {
  if (!setting || setting.entries.length === 0) return undefined;
  const elsewhere = new Set(other?.entries.map(({ form }) => form));
  const own = setting.entries.filter(({ form }) => !elsewhere.has(form));
  const forms = new Set(formsOf(setting));
  const hasOwn = own.length > 0 || (other?.entries.some(({ form }) => !forms.has(form)) ?? false);
  const entries = hasOwn && (setting.isSet || setting.entries.length > 1) ? own : setting.entries;
  if (entries.length === 0) return undefined;
  return { values: entries.map((entry) => writtenAs(entry, setting)), places: entries.map(({ place }) => place) };
}

/** A value that is one entry as it is written; an entry of a list by itself. */
const writtenAs = ({ text, form }: Entry, { isSet }: Setting): string => (isSet ? form : text);
