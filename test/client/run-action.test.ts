import { describe, expect, test } from 'vitest';
import {
  type ActionHost,
  type Need,
  type Question,
  runAction,
  type UnitAction,
} from '../../client/src/actions/run-action.ts';
import { unitActions } from '../../client/src/actions/unit-actions.ts';
import { desktopFeatures } from '../../client/src/desktop-features.ts';
import { type Command, commandLine } from '../../client/src/systemd/command.ts';
import type { Target } from '../../client/src/systemd/unit-of-file.ts';

const unit = (name: string): Target => ({ name, kind: 'service', manager: 'system', path: `/w/${name}` });
const [one, two, ssh] = [unit('one.service'), unit('two.service'), unit('ssh.service')];

interface Answers {
  readonly stopsAt?: Need;
  readonly agrees?: boolean;
  /** By command line; 0 for those that are not named. */
  readonly codes?: Readonly<Record<string, number>>;
  /** What a unit is called once it is installed. */
  readonly installedAs?: (target: Target) => Target;
}

/** A host that writes down what it is asked. */
function recorder({ stopsAt, agrees = true, codes = {}, installedAs = (target) => target }: Answers = {}) {
  const steps: string[] = [];
  const questions: Question[] = [];
  const check = (need: Need) => async (targets: readonly Target[]) => {
    steps.push(`${need}: ${targets.map(({ name }) => name).join(' ')}`);
    return need === stopsAt ? undefined : need === 'installed' ? targets.map(installedAs) : targets;
  };
  const host: ActionHost = {
    trusted: check('trusted'),
    systemd: check('systemd'),
    withoutErrors: check('withoutErrors'),
    installed: check('installed'),
    async confirm(question) {
      steps.push(`confirm: ${question.text}`);
      questions.push(question);
      return agrees;
    },
    refuse: (message) => void steps.push(`refuse: ${message}`),
    async run(command: Command) {
      steps.push(commandLine(command));
      return codes[commandLine(command)] ?? 0;
    },
  };
  return { host, steps, questions };
}

const stepsOf = async (action: UnitAction, targets: readonly Target[], answers?: Answers) => {
  const { host, steps } = recorder(answers);
  await runAction(action, targets, host);
  return steps;
};

const loads = ['trusted', 'systemd', 'withoutErrors', 'installed'];

test('Start sees to everything it needs, in order, and then starts', async () => {
  expect(await stepsOf(unitActions.start, [one])).toEqual([
    ...loads.map((need) => `${need}: one.service`),
    'systemctl start -- one.service',
  ]);
});

test('Reload Daemon and Restart asks all that Restart asks', async () => {
  const { needs, harm } = unitActions.restart;
  expect(unitActions.reloadAndRestart).toMatchObject({ needs, harm });
  expect(await stepsOf(unitActions.reloadAndRestart, [ssh])).toEqual([
    ...loads.map((need) => `${need}: ssh.service`),
    'confirm: Reload Daemon and Restart ssh.service?',
    'systemctl daemon-reload',
    'systemctl restart -- ssh.service',
  ]);
});

test.each(['start', 'restart', 'reloadAndRestart', 'reload'] as const)(
  'several units at once are asked about as one is: %s',
  async (id) => {
    const steps = await stepsOf(unitActions[id], [one, two]);
    expect(steps.slice(0, 5)).toEqual([
      ...loads.map((need) => `${need}: one.service two.service`),
      `confirm: ${unitActions[id].title} these 2 units?`,
    ]);
  },
);

test('the question about several units names what each has to fear', async () => {
  const { host, questions } = recorder();
  await runAction(unitActions.restart, [one, ssh], host);
  expect(questions).toEqual([
    {
      text: 'Restart these 2 units?',
      detail: 'one.service\nssh.service: This machine needs it: you may lose the connection or your session.',
      accept: 'Restart All',
    },
  ]);
});

test('a manager is reloaded once for several units', async () => {
  const steps = await stepsOf(unitActions.reloadAndRestart, [one, two]);
  expect(steps.slice(5)).toEqual([
    'systemctl daemon-reload',
    'systemctl restart -- one.service',
    'systemctl restart -- two.service',
  ]);
});

test.each<Need>(['trusted', 'systemd', 'withoutErrors', 'installed'])(
  'nothing is run when it ends at %s',
  async (stopsAt) => {
    const steps = await stepsOf(unitActions.restart, [one], { stopsAt });
    expect(steps.at(-1)).toBe(`${stopsAt}: one.service`);
  },
);

test('nothing is run that was not agreed to', async () => {
  expect((await stepsOf(unitActions.stop, [ssh], { agrees: false })).at(-1)).toBe('confirm: Stop ssh.service?');
  expect((await stepsOf(unitActions.stop, [one, two], { agrees: false })).at(-1)).toBe('confirm: Stop these 2 units?');
});

test('the first command that fails ends it', async () => {
  const codes = { 'systemctl stop -- one.service': 1 };
  const { host, steps } = recorder({ codes });
  expect(await runAction(unitActions.stop, [one, two], host)).toBe(1);
  expect(steps.at(-1)).toBe('systemctl stop -- one.service');
});

test('what is run is for the unit as it was installed', async () => {
  const steps = await stepsOf(unitActions.start, [one], { installedAs: (target) => ({ ...target, manager: 'user' }) });
  expect(steps.at(-1)).toBe('systemctl --user start -- one.service');
});

test('a plan may refuse', async () => {
  const refusing: UnitAction = {
    ...{ title: 'Try', when: 'applicable', needs: ['trusted'] },
    probe: () => ({ program: 'systemctl', args: [] }),
    plan: () => ({ refusal: 'It cannot be tried.' }),
  };
  expect(await stepsOf(refusing, [one])).toEqual(['trusted: one.service', 'refuse: It cannot be tried.']);
});

describe('every action', () => {
  const declared = desktopFeatures.flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([id, command]) =>
      'needs' in command ? [[id, command as UnitAction] as const] : [],
    ),
  );

  test('that runs a program needs trust and systemd', () => {
    const reckless = declared.filter(
      ([, action]) =>
        ('commands' in action || 'plan' in action) &&
        !['trusted', 'systemd'].every((need) => action.needs.includes(need as Need)),
    );
    expect(reckless.map(([id]) => `${id} of client/src/actions: add 'trusted' and 'systemd' to its needs`)).toEqual([]);
  });

  /** What only shows: all others change a unit. */
  const looks =
    /^(status|cat|list\w+|verify|journal\w*|criticalChain|security|instances|compareInstalled|createDropIn|containerLogs|more|why)$/;
  /** Ask by themselves, or make something that is gone with its end. */
  const asking = ['install', 'runOnce', 'startAndFollow', 'tryUnit', 'findDirective', 'hardenByTrial'];

  test('that changes units asks before harm', () => {
    const silent = declared.filter(
      ([id, { needs }]) => !looks.test(id) && !asking.includes(id) && !needs.includes('confirmedIfHarmful'),
    );
    expect(silent.map(([id]) => `${id} of client/src/actions: add 'confirmedIfHarmful' to its needs`)).toEqual([]);
  });
});
