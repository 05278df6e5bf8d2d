import { type TrialPlan, trialPlan } from '../features/trial/trial-plan.ts';
import { isTemplate, parseUnitName, type UnitName, withKind } from '../schema/unit-name.ts';
import type { LoadedUnit } from '../units/loaded-unit.ts';
import { readUnitName } from './arguments.ts';
import { type CliHost, UsageError } from './host.ts';
import { type Reading, stateOfFile, unitCalled } from './unit-snapshot.ts';
import { unitTree } from './unit-tree.ts';

export interface Tried {
  readonly plan: TrialPlan;
  /** What is tried in place of what was named; a sentence. */
  readonly note?: string | undefined;
}

interface Wanted extends Reading {
  /** A file, or the name of a unit of this machine. */
  readonly operand: string;
  /** Of a template. */
  readonly instance: string | undefined;
}

/** What is tried of a file or unit: the service itself, or the one that a timer, socket or path unit starts. */
export async function triedUnit(host: CliHost, wanted: Wanted): Promise<Tried> {
  const isFile = host.kindOf(wanted.operand) === 'file';
  const tree = unitTree(host);
  if (!isFile) await tree.addMachine();
  const asked = isFile
    ? fromFile(host, wanted.operand, wanted)
    : unitCalled(tree, readUnitName(wanted.operand), wanted);
  if (!asked) throw new UsageError(`${wanted.operand}: no such file, and no unit of this machine`);
  const started = startedBy(asked);
  if (started === undefined) return { plan: planOf(withInstance(asked, wanted.instance)) };
  const note = `${asked.name!.text} starts ${started.text}: that is what is tried.`;
  const service = isFile ? besideFile(host, started, wanted) : unitCalled(tree, started, wanted);
  if (!service) throw new UsageError(`${note} It has no file here`);
  return { plan: planOf(withInstance(service, wanted.instance)), note };
}

function planOf(unit: LoadedUnit): TrialPlan {
  const plan = trialPlan(unit);
  if ('refusal' in plan) throw new UsageError(plan.refusal);
  return plan;
}

function fromFile(host: CliHost, operand: string, reading: Reading): LoadedUnit | undefined {
  const path = operand.startsWith('/') ? operand : host.join(host.cwd, operand);
  const state = stateOfFile(host, host.kindOf(path) === 'file' ? path : operand, reading);
  return state?.state === 'loaded' ? state.unit : undefined;
}

function besideFile(host: CliHost, { text }: UnitName, wanted: Wanted): LoadedUnit | undefined {
  const path = host.join(wanted.operand, '..', text);
  return host.kindOf(path) === 'file' ? fromFile(host, path, wanted) : undefined;
}

/** The service that a timer, socket or path unit starts; undefined for what is one itself, or starts none. */
function startedBy({ name, kind, value }: LoadedUnit & { readonly value: LoadedUnit['value'] }): UnitName | undefined {
  if (!name || !['timer', 'socket', 'path'].includes(kind)) return undefined;
  const named = { timer: value('Timer', 'Unit'), socket: value('Socket', 'Service'), path: value('Path', 'Unit') };
  return parseUnitName(named[kind as keyof typeof named] ?? withKind(name, 'service'));
}

function withInstance(unit: LoadedUnit, instance: string | undefined): LoadedUnit {
  const { name } = unit;
  if (!name || instance === undefined) return unit;
  if (!isTemplate(name)) throw new UsageError(`--instance is for templates, which ${name.text} is not`);
  const named = parseUnitName(`${name.prefix}@${instance}.${name.kind}`);
  if (!named) throw new UsageError(`"${instance}" cannot be an instance`);
  return { ...unit, name: named };
}
