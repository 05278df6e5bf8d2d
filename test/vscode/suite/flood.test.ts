import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { eventually, extension, inSandbox, until } from './helpers.ts';
import { link, start, viewOf } from './journal-view.ts';

/** The processes that feed a view, as the kernel tells what they wait for. */
const readers = (unit: string): string[] =>
  execFileSync('ps', ['-eo', 'stat=,wchan:32=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('journalctl --') && line.includes(unit));

const LINES = 100_000;
const flood = `[Service]
Type=oneshot
LogRateLimitIntervalSec=30s
LogRateLimitBurst=1000000
ExecStart=/usr/bin/seq -f "line %%g" 1 ${LINES}
`;

describe('the journal view and a flood', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    await extension().activate();
    await link('flood.service', flood);
    start('flood.service');
  });

  it('shows 100,000 lines and keeps as many as it says', async () => {
    const view = await viewOf('flood.service');
    await until(view.onDidShow, () => view.figures.received >= 1_000);
    assert.ok(view.figures.received < 2_000, 'the last thousand at first');
    await view.show({ range: 'all' });
    await until(view.onDidShow, () => view.figures.received >= LINES);
    const { kept } = view.figures;
    assert.ok(kept >= 50_000 && kept <= 55_000, `${kept} kept`);
  });

  it('makes journalctl wait while it is paused, and then shows all that came', async () => {
    const view = await viewOf('flood.service');
    await view.show({ range: 'recent' });
    await until(view.onDidShow, () => view.figures.received >= 1_000);
    const { received } = view.figures;
    view.pause(true);
    await until(view.onDidShow, () => view.figures.paused);
    start('flood.service');
    // Nothing more fits between the two, and so journalctl stands still.
    await eventually(async () =>
      view.waiting < 4_000 ? [] : readers('flood').filter((line) => /pipe_w|sock_alloc_send/.test(line)),
    );
    assert.ok(view.waiting < 6_000, `${view.waiting} wait`);
    assert.deepEqual([view.figures.received, view.figures.status], [received, 'Paused: new lines wait']);
    view.pause(false);
    await until(view.onDidShow, () => view.figures.received >= received + LINES);
    assert.ok(view.figures.kept <= 55_000, `${view.figures.kept} kept`);
    await eventually(async () => (view.waiting === 0 ? ['none waits'] : []));
  });

  it('does not let what waits grow while lines come faster than they are drawn', async () => {
    const view = await viewOf('flood.service');
    let most = 0;
    const listener = view.onDidShow(() => {
      most = Math.max(most, view.waiting);
    });
    await view.show({ range: 'all' });
    await until(view.onDidShow, () => view.figures.received >= 2 * LINES);
    listener.dispose();
    // Beside the mark at which journalctl is stopped there is room for what was read at once.
    assert.ok(most > 0 && most < 6_000, `${most} waited`);
  });

  it('ends journalctl with its tab', async () => {
    (await viewOf('flood.service')).close();
    await eventually(async () => (readers('flood').length === 0 ? ['none is left'] : []));
  });
});
