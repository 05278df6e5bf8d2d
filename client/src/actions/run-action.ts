import type { CommandDeclaration } from '../command-declaration.ts';
import { t } from '../localize.ts';
import type { Command } from '../systemd/command.ts';
import type { Target } from '../systemd/unit-of-file.ts';

/** What has to hold before something is done to a unit; seen to in this order, whatever order they are declared in. */
const needs = ['trusted', 'systemd', 'withoutErrors', 'installed', 'confirmedIfHarmful'] as const;
export type Need = (typeof needs)[number];

/** Asked in a dialog, which cannot be missed as a notification can; what does no harm is not asked at all. */
export interface Question {
  readonly text: string;
  readonly detail: string;
  /** The button that goes on. */
  readonly accept: string;
  /** Does away with the reason for the question first; true: go on. */
  readonly remedy?: { readonly button: string; apply(): Promise<boolean> } | undefined;
}

/** What is run for one unit, one after the other, and what harm it may do. */
export interface Plan {
  readonly commands: readonly Command[];
  readonly harm?: Question | undefined;
}

type Perhaps<T> = T | undefined | Promise<T | undefined>;

interface Declared extends CommandDeclaration {
  readonly needs: readonly Need[];
  /** A template means something here by itself, and so needs no instance. */
  readonly takesTemplate?: true;
}

/** Command lines that follow from the unit alone. */
export interface CommandAction extends Declared {
  commands(target: Target): readonly Command[];
  /** Why to ask before it is done to this unit. */
  harm?(target: Target, title: string): Perhaps<Question>;
  /** Runs until it is stopped, so it has a terminal of its own. */
  readonly lasting?: true;
}

/** Command lines that depend on an answer, or on the state of the unit; a refusal is for the user to read. */
export interface PlannedAction extends Declared {
  plan(target: Target): Perhaps<Plan | { readonly refusal: string }>;
  /** A command whose program has to be there before anything is asked. */
  probe(target: Target): Command;
  readonly lasting?: true;
}

/** Shows something, or runs commands by itself; done to one unit at a time. */
export interface ShownAction extends Declared {
  show(target: Target, ...more: readonly unknown[]): unknown;
  probe?(target: Target): Command;
}

/** Something that is done to a unit: a command `systemdUnits.ID` and all it takes. */
export type UnitAction = CommandAction | PlannedAction | ShownAction;

/** What the pipeline asks of VS Code and the machine. Each need answers with the units to go on with, or ends it. */
export interface ActionHost extends Readonly<Record<Exclude<Need, 'confirmedIfHarmful'>, Check>> {
  confirm(question: Question): Promise<boolean>;
  refuse(message: string): void;
  /** Settles with the exit code, or undefined when it was not run. */
  run(command: Command, label: string, lasting: boolean): Promise<number | undefined>;
}

type Check = (targets: readonly Target[], action: UnitAction) => Promise<readonly Target[] | undefined>;

/**
 * The way of every action, from whatever menu, lens, list or selection: what it needs, its plan, the question before
 * harm, then its commands; the first that fails ends it.
 * @returns the last exit code, or what was shown; undefined when it was not done
 */
export async function runAction(
  action: UnitAction,
  targets: readonly Target[],
  host: ActionHost,
  more: readonly unknown[] = [],
): Promise<unknown> {
  let ready: readonly Target[] | undefined = targets;
  for (const need of needs) {
    if (need === 'confirmedIfHarmful' || !action.needs.includes(need)) continue;
    ready = await host[need](ready, action);
    if (!ready) return undefined;
  }
  if ('show' in action) return await action.show(ready[0]!, ...more);
  const plans = await plansFor(action, ready, host);
  if (!plans) return undefined;
  const question = action.needs.includes('confirmedIfHarmful') ? questionFor(action, ready, plans) : undefined;
  if (question && !(await host.confirm(question))) return undefined;
  return await runAll(action, ready, plans, host);
}

async function plansFor(
  action: CommandAction | PlannedAction,
  targets: readonly Target[],
  { refuse }: ActionHost,
): Promise<readonly Plan[] | undefined> {
  const plans: Plan[] = [];
  for (const target of targets) {
    const plan =
      'plan' in action
        ? await action.plan(target)
        : { commands: action.commands(target), harm: await action.harm?.(target, action.title) };
    if (plan && 'refusal' in plan) refuse(plan.refusal);
    if (!plan || 'refusal' in plan) return undefined;
    plans.push(plan);
  }
  return plans;
}

/** Of one unit only what does harm is asked; of several it is asked whether all are meant, with what each has to fear. */
function questionFor({ title }: UnitAction, targets: readonly Target[], plans: readonly Plan[]): Question | undefined {
  if (targets.length === 1) return plans[0]!.harm;
  const detail = targets.map(({ name }, index) => [name, plans[index]!.harm?.detail].filter(Boolean).join(': '));
  const name = withoutDots(title);
  return {
    text: t('{0} these {1} units?', name, targets.length),
    detail: detail.join('\n'),
    accept: t('{0} All', name),
  };
}

/** The title as part of a sentence. */
export const withoutDots = (title: string): string => title.replace(/…$/, '');

/** What is the same for several units, as the reload of their manager, is run once. */
async function runAll(
  action: CommandAction | PlannedAction,
  targets: readonly Target[],
  plans: readonly Plan[],
  host: ActionHost,
): Promise<number | undefined> {
  const run = new Set<string>();
  let code: number | undefined = 0;
  for (const [index, { commands }] of plans.entries()) {
    for (const command of commands) {
      const key = JSON.stringify(command);
      if (run.has(key)) continue;
      run.add(key);
      code = await host.run(command, `${withoutDots(action.title)} ${targets[index]!.name}`, action.lasting === true);
      if (code !== 0) return code;
    }
  }
  return code;
}
