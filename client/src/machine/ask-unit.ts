import * as vscode from 'vscode';
import { isTemplate, parseUnitName } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import type { Target } from '../operate/actions.ts';
import { systemctl } from '../operate/command.ts';
import { type Fitting, fitting, fittingTemplate } from '../operate/fitting.ts';
import { instancesPattern, parseShow, show } from '../operate/show.ts';
import { stateText, templateText } from '../operate/state-text.ts';
import type { Manager } from '../operate/unit-of-file.ts';
import { stateProperties, type UnitState, unitState } from '../operate/unit-state.ts';
import { standingOf } from './standing.ts';
import { askPlaced } from './where.ts';

/** A template has no state: what its instances do stands for it. */
export interface TemplateState {
  /** As `systemctl is-enabled` says it; empty: the manager has no such template. */
  readonly fileState: string;
  /** Those that are loaded. */
  readonly instances: readonly UnitState[];
}

/** Asks a manager what it knows of a unit at this moment. */
export async function askState({ manager, name }: Target): Promise<UnitState | undefined> {
  const { stdout } = await askPlaced(show(manager, stateProperties, [name]), { utc: true });
  const [properties] = parseShow(stdout);
  return properties && unitState(properties);
}

/** @returns what systemctl complains of instead, when it gives no answer */
export async function askTemplate(
  manager: Manager,
  name: string,
): Promise<TemplateState | { readonly stderr: string }> {
  const [files, units] = await Promise.all([
    askPlaced(systemctl(manager, ['list-unit-files', '--no-pager', '--no-legend', '--full'], [name])),
    askPlaced(show(manager, stateProperties, [instancesPattern(name)]), { utc: true }),
  ]);
  if (units.code !== 0) return { stderr: units.stderr };
  return {
    fileState: files.stdout.trim().split(/\s+/)[1] ?? '',
    instances: parseShow(units.stdout).map(unitState),
  };
}

/** What there is to say of a unit, and what fits it. */
export async function askFitting(target: Target): Promise<{ readonly text: string; readonly ids: Fitting }> {
  const unit = parseUnitName(target.name);
  if (unit && isTemplate(unit)) {
    const answer = await askTemplate(target.manager, target.name);
    if ('stderr' in answer) return { text: answer.stderr.trim(), ids: new Set() };
    const { fileState, instances } = answer;
    const text = fileState === '' ? t('not installed') : templateText(instances);
    return { text, ids: fittingTemplate(fileState, instances) };
  }
  const state = await askState(target);
  return state ? describeUnit(target, state) : { text: '', ids: new Set() };
}

function describeUnit(target: Target, state: UnitState) {
  const standing = target.path === '' ? 'unknown' : standingOf(vscode.Uri.file(target.path), state);
  return { text: stateText(state, Date.now()), ids: fitting(state, standing) };
}
