import type { CommandDeclaration } from '../command-declaration.ts';
import { t } from '../localize.ts';
import type { Command } from '../systemd/command.ts';
import type { Target } from '../systemd/unit-of-file.ts';

/** What has to hold before something is done to a unit; checked in this order, regardless of the declared order. */
const needs = ['trusted', 'systemd', 'withoutErrors', 'installed', 'confirmedIfHarmful'] as const;
export type Need = (typeof needs)[number];

/** A question before harm. Shown as a dialog, since a notification can be overlooked. */
export interface Question {
  readonly text: string;
  readonly detail: string;
  /** The label of the button that goes on. */
  readonly accept: string;
  /** Removes the reason for the question first. Resolves to true to go on. */
  readonly remedy?: { readonly button: string; apply(): Promise<boolean> } | undefined;
}

/** The commands for one unit, in order, and the question if they may do harm. */
export interface Plan {
  readonly commands: readonly Command[];
  readonly harm?: Question | undefined;
}

type Perhaps<T> = T | undefined | Promise<T | undefined>;

interface Declared extends CommandDeclaration {
  readonly needs: readonly Need[];
  /** Applies to a template itself; otherwise the user is asked for an instance. */
  readonly takesTemplate?: true;
}

/** Command lines that depend only on the name, manager and path of the unit. */
export interface CommandAction extends Declared {
  commands(target: Target): readonly Command[];
  /** The question to ask for this unit, if any. */
  harm?(target: Target, title: string): Perhaps<Question>;
  /** Runs until it is stopped, so it gets its own terminal. */
  readonly lasting?: true;
}

/** Command lines that depend on an answer of the user or on the state of the unit. A refusal is shown to the user. */
export interface PlannedAction extends Declared {
  plan(target: Target): Perhaps<Plan | { readonly refusal: string }>;
  /** A command whose program has to be installed, checked before the plan is made. */
  probe(target: Target): Command;
  readonly lasting?: true;
}

/** Shows something, or runs its commands itself; for one unit at a time. */
export interface ShownAction extends Declared {
  show(target: Target, ...more: readonly unknown[]): unknown;
  probe?(target: Target): Command;
}

/** A command `systemdUnits.ID` that acts on a unit, with everything it needs. */
export type UnitAction = CommandAction | PlannedAction | ShownAction;

/** What the pipeline uses of VS Code and the machine. Each check resolves to the units to go on with, or undefined to stop. */
export interface ActionHost extends Readonly<Record<Exclude<Need, 'confirmedIfHarmful'>, Check>> {
  confirm(question: Question): Promise<boolean>;
  refuse(message: string): void;
  /** Resolves to the exit code, or undefined if it was not run. */
  run(command: Command, label: string, lasting: boolean): Promise<number | undefined>;
}

type Check = (targets: readonly Target[], action: UnitAction) => Promise<readonly Target[] | undefined>;

/**
 * Runs an action, from any menu, lens, list or selection: checks its needs, makes its plan, asks the question before
 * harm, then runs its commands up to the first that fails.
 * @returns the last exit code, or what was shown; undefined if it was not done
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

/** For one unit, only the question before harm. For several, one question that lists them with the harm to each. */
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

/** A command that several units share, such as the reload of their manager, is run once. */
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
