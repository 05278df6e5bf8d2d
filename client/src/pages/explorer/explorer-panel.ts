import * as vscode from 'vscode';
import { type StartCycleAnswer, startCyclesRequest } from '../../../../server/src/protocol/requests.ts';
import { featureWithCommands, type Services } from '../../feature.ts';
import { t } from '../../localize.ts';
import { query } from '../../machine/query.ts';
import { checkRunnable } from '../../machine/terminal.ts';
import { askManagerTimes, askUnitTimes, bootTimes, criticalChain, parseChain } from '../../systemd/boot-times.ts';
import { analyze } from '../../systemd/command.ts';
import { asKept, type KeptBoot, keepBoot } from '../../systemd/compare-boots.ts';
import {
  askProblems,
  askThisBoot,
  askUnitMessages,
  type Boot,
  bootIdOf,
  listBoots,
  parseBoots,
  parseMessages,
  reconstructBoot,
} from '../../systemd/earlier-boot.ts';
import { deletedJobs } from '../../systemd/ordering-messages.ts';
import { parseShow } from '../../systemd/systemctl-show.ts';
import { pageHtml, webviewOptions } from '../webview.ts';
import { type ExploredBoot, explorerBody, type FromExplorer, type ToExplorer } from './explorer-page.ts';

/** The boot of the machine on one axis: units, critical chain, journal; another boot beside it; circles. */
export const bootExplorer = featureWithCommands({
  commands: {
    exploreBoot: {
      title: t('Explore Boot'),
      when: 'machine',
      menus: { analyze: '2_boot@4', view: '1_manager@5' },
    },
  },
  start(services: Services) {
    let panel: vscode.WebviewPanel | undefined;
    const show = async () => {
      if (!(await checkRunnable(askUnitTimes('system')))) return;
      if (panel) {
        panel.reveal();
        return;
      }
      panel = openPanel(services);
      panel.onDidDispose(() => {
        panel = undefined;
      });
    };
    return { run: { exploreBoot: show }, ends: [{ dispose: () => panel?.dispose() }] };
  },
});

function openPanel(services: Services): vscode.WebviewPanel {
  const { context, client } = services;
  const title = t('Boot of this machine');
  const panel = vscode.window.createWebviewPanel('systemdUnits.explorer', title, vscode.ViewColumn.Active, {
    ...webviewOptions(context),
    retainContextWhenHidden: true,
  });
  let explored: ExploredBoot | undefined;
  let round = 0;
  const refresh = async (compareWith: string): Promise<void> => {
    const mine = ++round;
    const answer = await explore(services, title, compareWith);
    if (mine !== round) return;
    const message: ToExplorer =
      'refusal' in answer ? { kind: 'failed', message: answer.refusal } : { kind: 'explored', explored: answer };
    if (!('refusal' in answer)) explored = answer;
    panel.webview.postMessage(message);
  };
  const open = async (path: string | undefined, line = 0): Promise<void> => {
    if (!path) return;
    const at = new vscode.Position(line, 0);
    const uri = client.protocol2CodeConverter.asUri(vscode.Uri.file(path).toString());
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
  };
  panel.webview.onDidReceiveMessage(async (message: FromExplorer) => {
    if (message.kind === 'ready') await refresh('');
    else if (message.kind === 'refresh') await refresh(explored?.other?.id ?? '');
    else if (message.kind === 'compare') await refresh(message.id);
    else if (message.kind === 'open') await open(explored?.boot.units.find(({ name }) => name === message.unit)?.path);
    else {
      const said = saidIn(explored?.cycles?.[message.cycle])[message.at];
      await open(said?.path, said?.line);
    }
  });
  panel.webview.html = pageHtml(panel.webview, context, { name: 'explorer', title, body: explorerBody() });
  return panel;
}

/** The lines that a circle is told with, in the order of the page. */
const saidIn = (cycle: StartCycleAnswer | undefined) =>
  cycle ? [...cycle.waits.map(({ said }) => said), ...cycle.cuts.flatMap(({ said }) => said)] : [];

const PATIENT = { timeout: 30_000, bytes: 32 << 20 };
const UTC = { ...PATIENT, utc: true };
const START = 'default.target';
const KEPT = 'bootTimes';

async function explore(
  services: Services,
  title: string,
  compareWith: string,
): Promise<ExploredBoot | { readonly refusal: string }> {
  const [units, times, summary, chain, listed, newest, cycles] = await Promise.all([
    query(askUnitTimes('system'), PATIENT),
    query(askManagerTimes('system')),
    query(analyze('system', ['time'])),
    query(criticalChain('system', START), PATIENT),
    query(listBoots, UTC),
    query(askThisBoot),
    services.client.sendRequest(startCyclesRequest, { manager: 'system', start: START }),
  ]);
  if (units.code !== 0) return { refusal: t('The times of the boot are not available: {0}', units.stderr.trim()) };
  const boot = bootTimes(units.stdout, times.stdout);
  const boots = parseBoots(listed.stdout);
  const thisBoot = bootIdOf(newest.stdout);
  const current = boots.find(({ id }) => id === thisBoot);
  const problems = current ? parseMessages((await query(askProblems(current), UTC)).stdout) : [];
  const origin = Number(parseShow(times.stdout)[0]?.get('UserspaceTimestampMonotonic')?.[0] ?? 0);
  const kept = await keepThis(services, current, boot);
  const earlier = boots.filter((each) => each !== current).slice(0, MOST_BOOTS);
  return {
    title,
    summary: (summary.stdout.trim() || summary.stderr.trim()).replaceAll(/\s*\n\s*/g, ' · '),
    boot,
    chain: parseChain(chain.stdout).map(({ name }) => name),
    messages: problems.map((message) => ({ ...message, time: message.time - origin })),
    boots: earlier.map((each) => ({ id: each.id, label: labelOf(each, kept) })),
    other: await otherBoot(
      earlier.find(({ id }) => id === compareWith),
      kept,
    ),
    cycles: cycles ?? undefined,
    deleted: deletedJobs(problems),
  };
}

const MOST_BOOTS = 30;

const labelOf = ({ id, first }: Boot, kept: readonly KeptBoot[]): string =>
  kept.some((each) => each.id === id) ? t('{0} (measured)', first) : t('{0} (from the journal)', first);

/** What systemd measures is gone with the boot: it is kept, once the boot is done, for later ones to be held against. */
async function keepThis(
  { context }: Services,
  current: Boot | undefined,
  boot: ReturnType<typeof bootTimes>,
): Promise<readonly KeptBoot[]> {
  const kept = context.globalState.get<readonly KeptBoot[]>(KEPT, []);
  if (!current || boot.finish === undefined) return kept;
  const now = keepBoot(kept, asKept(current.id, boot));
  await context.globalState.update(KEPT, now);
  return now;
}

async function otherBoot(boot: Boot | undefined, kept: readonly KeptBoot[]): Promise<ExploredBoot['other']> {
  if (!boot) return undefined;
  const label = labelOf(boot, kept);
  const measured = kept.find(({ id }) => id === boot.id);
  if (measured) return { ...measured, label, isExact: true };
  const { stdout } = await query(askUnitMessages(boot), UTC);
  const { units, finish } = reconstructBoot(stdout);
  return { id: boot.id, label, isExact: false, units, finish };
}
