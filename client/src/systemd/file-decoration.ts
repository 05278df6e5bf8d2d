import type { OverridesAnswer } from '../../../server/src/protocol/requests.ts';
import { t } from '../localize.ts';
import { failureOf } from './failure.ts';
import { type FileRelation, stateWord } from './state-text.ts';
import type { UnitState } from './unit-state.ts';

/** A mark behind the name of a file. */
export interface FileDecoration {
  /** Two characters at most; each mark has its own, so that colour is never the only difference. */
  readonly badge: string;
  /** A theme colour; without one the name keeps its own. */
  readonly color?: string;
  readonly tooltip: string;
}

/** What is known of a unit file, each as far as it is known. */
export interface DecoratedFile {
  /** By the language server, from the files. */
  readonly overrides?: OverridesAnswer | undefined;
  /** By the manager: of the unit the file defines, and how the file relates to it. */
  readonly loaded?: { readonly state: UnitState; readonly relation: FileRelation } | undefined;
  /** Drop-ins that the manager has read and that are not among the overrides. */
  readonly moreDropIns?: readonly string[];
  /** Of a template: how many of its instances failed. */
  readonly failedInstances?: number;
}

/** Failed and overridden units; undefined for a file of which neither is to be said. */
export function fileDecoration(file: DecoratedFile): FileDecoration | undefined {
  const failure = failureText(file);
  const override = overrideText(file);
  if (!failure && !override) return undefined;
  return {
    badge: `${failure ? '✗' : ''}${override?.badge ?? ''}`,
    ...(failure ? { color: 'list.errorForeground' } : override?.isUnused && { color: 'disabledForeground' }),
    tooltip: [failure, override?.text].filter(Boolean).join('\n'),
  };
}

function failureText({ loaded, failedInstances = 0 }: DecoratedFile): string | undefined {
  if (failedInstances > 0) return t('Instances that failed: {0}', failedInstances);
  // Where another file is loaded, it is not this one that failed.
  if (loaded?.state.active !== 'failed' || loaded.relation === 'elsewhere') return undefined;
  const failure = failureOf(loaded.state);
  return failure ? `${stateWord(loaded.state)}: ${failure.short}` : stateWord(loaded.state);
}

interface Override {
  readonly badge: string;
  readonly text: string;
  /** systemd does not read the file at all. */
  readonly isUnused: boolean;
}

function overrideText({ overrides, loaded, moreDropIns = [] }: DecoratedFile): Override | undefined {
  const isUnused = true;
  if (overrides?.masked || loaded?.state.load === 'masked')
    return { badge: '⊘', isUnused, text: t('Masked: systemd does not load this unit.') };
  if (overrides?.hiddenBy)
    return { badge: '⊘', isUnused, text: t('Overridden: systemd reads {0} in its place.', overrides.hiddenBy) };
  const dropIns = [...(overrides?.dropIns ?? []), ...moreDropIns];
  if (dropIns.length === 0) return undefined;
  return { badge: '+', isUnused: false, text: t('Changed by drop-ins: {0}', dropIns.join(', ')) };
}
