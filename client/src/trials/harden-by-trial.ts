import * as vscode from 'vscode';
import {
  beginHardening,
  checkAnswer,
  continues,
  dropInText,
  type HardenState,
  harden,
  hardenTrial,
  splitCheck,
} from '../../../server/src/index.ts';
import { onUnit } from '../actions/on-unit.ts';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { programPath, run } from '../machine/process.ts';
import { setting } from '../settings.ts';
import { systemctl } from '../systemd/command.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { consentedSession } from './consent.ts';
import type { TrialSession, Wishes } from './trial-session.ts';

const action = {
  title: t('Harden by Trial…'),
  detail: t('Tightens the service step by step, judged by a check of yours, and proposes a drop-in.'),
  when: 'tools',
  menus: { analyze: '1_unit@5' },
  needs: ['trusted', 'systemd', 'withoutErrors'],
  probe: ({ manager, name }: Target) => systemctl(manager, ['show'], [name]),
} as const;

/** Tightens a service by trials, and opens what was found as a drop-in that nobody has saved yet. */
export const hardenByTrial = featureWithCommands({
  commands: { hardenByTrial: action },
  start: (services: Services) => ({
    run: {
      hardenByTrial: onUnit(
        { ...action, show: (target, check) => show(target, typeof check === 'string' ? check : undefined, services) },
        services,
      ),
    },
  }),
});

/** Where the state of hardenings is kept between two goes. */
const memento = (session: TrialSession): string => `harden:${session.target.manager}:${session.plan.unit}`;

/** Resolves to how it ended; undefined where it did not begin. */
async function show(target: Target, given: string | undefined, services: Services): Promise<string | undefined> {
  const session = await consentedSession(target, services.client);
  if (!session) return undefined;
  const { workspaceState } = services.context;
  const known = workspaceState.get<HardenState>(memento(session));
  const check = given ?? (await askForCheck(session, known?.check));
  const argv = check === undefined ? undefined : argvOf(check);
  if (check === undefined || !argv) return undefined;
  const begun = known && continues(known, session.plan, check) ? known : beginHardening(session.plan, check);
  const save = async (state: HardenState): Promise<void> => workspaceState.update(memento(session), state);
  const { end, state } = await hardenWithProgress(session, { begun, argv, save });
  if (end === 'unfit') {
    const why = state.before?.why ?? t('No trial began.');
    vscode.window.showWarningMessage(t('{0} does not pass the check as it is: {1}', session.plan.unit, why));
    await save(beginHardening(session.plan, check));
    return end;
  }
  // What was interrupted goes on with the next call.
  if (end === 'done') await workspaceState.update(memento(session), undefined);
  await propose(session, state);
  return end;
}

const askForCheck = (session: TrialSession, before: string | undefined): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: t('Harden {0}: Check', session.plan.unit),
    prompt: t(
      'A command that succeeds while the service does its work. It is run as you, without a shell, after each trial began.',
    ),
    placeHolder: t('curl --fail http://localhost:8080'),
    ignoreFocusOut: true,
    ...(before !== undefined && { value: before }),
    validateInput(text) {
      const split = splitCheck(text);
      return 'refusal' in split ? split.refusal : undefined;
    },
  });

/** Undefined where there is no such program; the user is told. */
function argvOf(check: string): readonly string[] | undefined {
  const split = splitCheck(check);
  const program = 'argv' in split ? programPath(split.argv[0]!) : undefined;
  if ('refusal' in split || program === undefined) {
    const why = 'refusal' in split ? split.refusal : t('There is no program {0}.', split.argv[0]!);
    vscode.window.showWarningMessage(why);
    return undefined;
  }
  return [program, ...split.argv.slice(1)];
}

/** Seconds that one run of a check may take. */
const PATIENCE = 10;

interface Begun {
  readonly begun: HardenState;
  readonly argv: readonly string[];
  save(state: HardenState): Promise<void>;
}

function hardenWithProgress(session: TrialSession, { begun, argv, save }: Begun) {
  const { plan, target } = session;
  const [program = '', ...args] = argv;
  const check: Wishes['check'] = async () =>
    checkAnswer(await run({ program, args }, { timeout: PATIENCE * 1_000 }), PATIENCE);
  const title = t('Hardening {0}', plan.unit);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    let shown = 0;
    return harden(plan, begun, {
      save,
      async tryWith(lines, { assess, limit }) {
        const longest = setting('trial.limit', vscode.Uri.file(target.path));
        const wishes = { token, check, assess, limit: Math.min(longest, limit ?? longest) };
        const tried = token.isCancellationRequested ? undefined : await session.tryOnce(wishes, { add: lines });
        if (!tried || 'refusal' in tried || tried.run.end === 'cancelled') return undefined;
        return hardenTrial(tried.account, tried.run);
      },
      progress(line, done, all) {
        const increment = ((done - shown) * 100) / all;
        shown = done;
        progress.report({ message: t('{0} of {1}: {2}', done, all, line), increment });
      },
    });
  });
}

/** An editor with the drop-in where it would lie; saving it is the user's word. */
async function propose({ target, plan }: TrialSession, state: HardenState): Promise<void> {
  const folder = target.path.slice(0, target.path.lastIndexOf('/'));
  const path = `${folder}/${plan.unit}.d/50-hardening.conf`;
  const exists = await vscode.workspace.fs.stat(vscode.Uri.file(path)).then(
    () => true,
    () => false,
  );
  const uri = vscode.Uri.from({
    scheme: 'untitled',
    path: exists ? path.replace(/\.conf$/, `-${Date.now()}.conf`) : path,
  });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), dropInText(state));
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}
