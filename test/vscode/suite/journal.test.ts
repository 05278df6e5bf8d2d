import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, extension, inSandbox, open, until, uriOf } from './helpers.ts';

interface JournalView {
  readonly received: number;
  readonly kept: number;
  readonly onDidShow: vscode.Event<void>;
  setRange(range: string): void;
  close(): void;
}

const LINES = 100_000;
const flood = `[Service]
Type=oneshot
LogRateLimitIntervalSec=30s
LogRateLimitBurst=1000000
ExecStart=/usr/bin/seq -f "line %%g" 1 ${LINES}
`;

describe('the journal view', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    writeFileSync(uriOf('flood.service').fsPath, flood);
    await extension().activate();
    await open('flood.service');
    execFileSync('systemctl', ['link', uriOf('flood.service').fsPath], { stdio: 'ignore' });
    execFileSync('systemctl', ['start', 'flood.service']);
    execFileSync('journalctl', ['--sync']);
  });

  it('shows 100,000 lines and keeps as many as it says', async () => {
    const view = (await vscode.commands.executeCommand(
      'systemdUnits.journalView',
      uriOf('flood.service'),
    )) as JournalView;
    await until(view.onDidShow, () => view.received >= 1_000);
    assert.ok(view.received < 2_000, 'the last thousand at first');
    view.setRange('all');
    await until(view.onDidShow, () => view.received >= LINES);
    assert.ok(view.kept >= 50_000 && view.kept <= 55_000, `${view.kept} kept`);
  });

  it('follows what is written from then on', async () => {
    const view = (await vscode.commands.executeCommand(
      'systemdUnits.journalView',
      uriOf('flood.service'),
    )) as JournalView;
    const before = view.received;
    execFileSync('systemctl', ['start', 'flood.service']);
    await until(view.onDidShow, () => view.received >= before + LINES);
    view.close();
  });

  it('ends journalctl with its tab', async () => {
    const processes = () => execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' });
    await eventually(async () => (/journalctl --follow .*flood/.test(processes()) ? [] : ['none is left']));
  });
});
