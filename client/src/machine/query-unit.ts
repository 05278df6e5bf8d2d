import { realpathSync } from 'node:fs';
import * as vscode from 'vscode';
import { isTemplate, parseUnitName, quadletService } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { type Applicable, applicableTo, applicableToTemplate } from '../systemd/applicable-commands.ts';
import { systemctl } from '../systemd/command.ts';
import { type FileRelation, stateText, templateText } from '../systemd/state-text.ts';
import { instancesPattern, parseShow, show } from '../systemd/systemctl-show.ts';
import type { Manager, Target } from '../systemd/unit-of-file.ts';
import { stateProperties, type UnitState, unitState } from '../systemd/unit-state.ts';
import { query } from './query.ts';

/** A template has no state of its own, only its instances do. */
export interface TemplateState {
  /** As `systemctl is-enabled` says it; empty: the manager has no such template. */
  readonly fileState: string;
  /** Those that are loaded. */
  readonly instances: readonly UnitState[];
}

/** Asks a manager what it knows of a unit at this moment. */
export async function queryState({ manager, name }: Target): Promise<UnitState | undefined> {
  const { stdout } = await query(show(manager, stateProperties, [name]), { utc: true });
  const [properties] = parseShow(stdout);
  return properties && unitState(properties);
}

/** @returns the error output of systemctl if it fails */
export async function queryTemplate(
  manager: Manager,
  name: string,
): Promise<TemplateState | { readonly stderr: string }> {
  const [files, units] = await Promise.all([
    query(systemctl(manager, ['list-unit-files', '--no-pager', '--no-legend', '--full'], [name])),
    query(show(manager, stateProperties, [instancesPattern(name)]), { utc: true }),
  ]);
  if (units.code !== 0) return { stderr: units.stderr };
  return {
    fileState: files.stdout.trim().split(/\s+/)[1] ?? '',
    instances: parseShow(units.stdout).map(unitState),
  };
}

/** The state of a unit as a text, and the commands that apply to it. */
export async function queryApplicable(target: Target): Promise<{ readonly text: string; readonly ids: Applicable }> {
  const unit = parseUnitName(target.name);
  if (unit && isTemplate(unit)) {
    const answer = await queryTemplate(target.manager, target.name);
    if ('stderr' in answer) return { text: answer.stderr.trim(), ids: new Set() };
    const { fileState, instances } = answer;
    const text = fileState === '' ? t('not installed') : templateText(instances);
    return { text, ids: applicableToTemplate(fileState, instances) };
  }
  const state = await queryState(target);
  return state ? describeUnit(target, state) : { text: '', ids: new Set() };
}

function describeUnit(target: Target, state: UnitState) {
  const relation = target.path === '' ? 'unknown' : fileRelation(vscode.Uri.file(target.path), state);
  return { text: stateText(state, Date.now()), ids: applicableTo(state, relation, target.path) };
}

/** Compares real paths, since either file may be a link. */
export function fileRelation(uri: vscode.Uri, state: UnitState): FileRelation {
  if (state.fragment === '' || state.transient) return 'unknown';
  const path = realPath(uri.fsPath);
  const quadlet = quadletService(uri.path);
  // The service does not say which drop-ins of a Quadlet file went into it.
  if (quadlet?.role === 'drop-in') return 'unknown';
  if (quadlet) return state.source !== '' && path === realPath(state.source) ? 'loaded' : 'elsewhere';
  if (/\.d\/[^/]+$/.test(uri.path)) {
    return state.dropIns.split(' ').some((dropIn) => realPath(dropIn) === path) ? 'loaded' : 'not-loaded';
  }
  return path === realPath(state.fragment) ? 'loaded' : 'elsewhere';
}

/** The path itself if it does not exist. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
