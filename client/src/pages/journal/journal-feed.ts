import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { t } from '../../localize.ts';
import { type Stream, stream } from '../../machine/process.ts';
import { query } from '../../machine/query.ts';
import { checkRunnable } from '../../machine/terminal.ts';
import type { Argv } from '../../systemd/command.ts';
import { parseEntry, type Row } from '../../systemd/journal-entry.ts';
import {
  bootTitle,
  isFollowed,
  isQuery,
  type JournalQuery,
  journalJson,
  listBoots,
  parseBoots,
  recent,
} from '../../systemd/journal-query.ts';
import type { Target } from '../../systemd/unit-of-file.ts';
import { type Batches, batches } from './batches.ts';
import type { Figures, FromJournal, ToJournal } from './journal-page.ts';

/** A journal view, for the tests that wait for it. */
export interface JournalView {
  readonly figures: Figures;
  /** Rows that were read and do not fit into the view yet. */
  readonly waiting: number;
  readonly onDidShow: vscode.Event<void>;
  show(query: Partial<JournalQuery>): Promise<void>;
  pause(paused: boolean): void;
  close(): void;
}

type Send = (message: ToJournal) => void;

/** Feeds a panel from journalctl as long as it is open. */
export function feed(panel: vscode.WebviewPanel, target: Target): JournalView {
  const shown = new vscode.EventEmitter<void>();
  const send: Send = (message) => void panel.webview.postMessage(message);
  const source = restartable(target, send);
  let figures: Figures = { received: 0, kept: 0, matching: 0, paused: false, status: '' };
  let query = recent;
  const show = async (changed: Partial<JournalQuery>) => {
    query = { ...query, ...changed };
    await source.start(query);
  };
  panel.webview.onDidReceiveMessage((message: FromJournal) => {
    if (message.kind === 'ready') void Promise.all([show({}), sendBoots(send)]);
    else if (message.kind === 'query' && isQuery(message.query)) void show(message.query);
    else if (message.kind === 'open') void openPlace(message, target.path);
    else if (message.kind === 'copy') void copy(message.text);
    else if (message.kind === 'taken') source.acknowledge(message.run);
    else if (message.kind === 'shown') {
      figures = message.figures;
      shown.fire();
    }
  });
  panel.onDidDispose(() => {
    source.end();
    shown.dispose();
  });
  return {
    get figures() {
      return figures;
    },
    get waiting() {
      return source.waiting;
    },
    onDidShow: shown.event,
    show,
    pause: (paused) => send({ kind: 'pause', paused }),
    close: () => panel.dispose(),
  };
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  const lines = text.split('\n').length - 1;
  vscode.window.setStatusBarMessage(lines === 1 ? t('1 line copied') : t('{0} lines copied', lines), 3_000);
}

/** Runs one journalctl at a time; `run` numbers the queries to recognise late answers. */
function restartable(target: Target, send: Send) {
  let run = 0;
  let current: Source | undefined;
  const end = () => {
    current?.stream.end();
    current = undefined;
  };
  return {
    end,
    async start(query: JournalQuery) {
      end();
      const mine = ++run;
      send({ kind: 'restart', run, query, followed: isFollowed(query) });
      const argv = await checkRunnable(journalJson(target.manager, target.name, query));
      if (argv && mine === run) current = read(argv, mine, send);
    },
    acknowledge(of: number) {
      if (of === run) current?.queue.acknowledge();
    },
    get waiting() {
      return current?.queue.waiting ?? 0;
    },
  };
}

interface Source {
  readonly stream: Stream;
  readonly queue: Batches<Row>;
}

function read(argv: Argv, run: number, send: Send): Source {
  const source = stream(argv, {
    lines: (lines) => queue.add(lines.flatMap((line) => parseEntry(line) ?? [])),
    ended: (code, stderr) => {
      const complaint = stderr.trim();
      // With --grep=, journalctl exits with 1 and no message if it finds nothing.
      const isWell = code === 0 || (code === 1 && complaint === '');
      send({ kind: 'ended', run, message: isWell ? '' : complaint || t('journalctl ended with {0}', String(code)) });
    },
  });
  const queue = batches<Row>({
    send: (rows) => send({ kind: 'rows', run, rows }),
    pause: source.pause,
    resume: source.resume,
  });
  return { stream: source, queue };
}

/** Listing the boots of a long journal takes time. */
const PATIENT = { timeout: 30_000 };
const MOST_BOOTS = 100;

async function sendBoots(send: Send): Promise<void> {
  const boots = parseBoots((await query(listBoots, PATIENT)).stdout).filter(({ offset }) => offset !== 0);
  send({ kind: 'boots', boots: boots.slice(0, MOST_BOOTS).map((boot) => ({ id: boot.id, title: bootTitle(boot) })) });
}

/** Opens the file that a message names: an absolute path, or one below the workspace or the unit's folder. */
export async function openPlace(
  { path, line, column }: FromJournal & { readonly kind: 'open' },
  unitPath: string,
): Promise<void> {
  const folders = [...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath), dirname(unitPath)];
  const candidates = isAbsolute(path) ? [path] : folders.map((folder) => join(folder, path));
  for (const candidate of candidates) {
    const isFile = await stat(candidate).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile) continue;
    const position = new vscode.Position(Math.max(0, line - 1), Math.max(0, (column ?? 1) - 1));
    await vscode.window.showTextDocument(vscode.Uri.file(candidate), {
      selection: new vscode.Range(position, position),
      viewColumn: vscode.ViewColumn.One,
    });
    return;
  }
  vscode.window.showInformationMessage(t('{0} was not found on this machine or in the folders of this window.', path));
}
