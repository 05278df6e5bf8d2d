// Takes pictures of the real thing: VS Code Server inside a systemd of its own, seen through Chromium.
//
//   node client/scripts/screenshots.mjs [NAME…]                  those of the README, into docs/images
//   node client/scripts/screenshots.mjs --look [NAME…]           all, in every theme, into .cache/screenshots
//   node client/scripts/screenshots.mjs --walk [THEME-WIDTH…]    the first ten minutes, in every theme, wide and narrow, into .cache/screenshots/walk;
//                                                                of dark-1400 some steps are kept in docs/images/walk
//   … --width=700                                                in a window as wide as that
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootSandbox } from '../../test/vscode/sandbox.mjs';
import { pictures } from './pictures.mjs';
import { buildAll, installPackages, repo } from './prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from './vscode-server.mjs';
import { walk } from './walk.mjs';
import { launchChromium, workbenchUrl } from './workbench.mjs';

const width = Number(process.argv.find((word) => word.startsWith('--width='))?.slice('--width='.length) ?? 1200);
const size = { width, height: 800 };
const widths = [1400, 700];
const keptSteps = ['completion', 'failed', 'graph', 'rename'];
const settings = {
  ...quietSettings,
  'editor.fontSize': 14,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  // Drawn as text, which the script can read.
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.fontSize': 13,
};
const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' };

const isWalk = process.argv.includes('--walk');
const isLook = process.argv.includes('--look');
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isWanted = (theme, width) => names.length === 0 || names.includes(`${theme}-${width}`);
/** Where test/oracle/chroots.sh has put Podman's own generator. */
const podmanRoot = `${process.env.SYSTEMD_UNITS_CHROOTS ?? '/var/cache/systemd-units'}/sid`;
const hasPodman = existsSync(`${podmanRoot}/usr/libexec/podman/quadlet`);
const chosen = pictures.filter(({ name, inReadme }) => (names.length > 0 ? names.includes(name) : isLook || inReadme));
const wanted = chosen.filter(({ needsPodman }) => hasPodman || !needsPodman);
if (wanted.length < chosen.length) console.error(`Without ${podmanRoot} no picture of Quadlet files is taken.`);

installPackages();
buildAll();
const scratch = mkdtempSync(join(repo, '.cache', 'screenshots-'));
const sandbox = bootSandbox(join(scratch, 'systemd'));
if ('missing' in sandbox) throw new Error(`No systemd to show: ${sandbox.missing}.`);
/** In the systemd of the pictures, whose files are its own. */
const workspace = '/srv/examples';
const inSandbox = (...command) => execFileSync(sandbox.prefix[0], [...sandbox.prefix.slice(1), ...command]);
if (!isWalk) prepareExamples();
const browser = await launchChromium();
try {
  const dataDir = join(scratch, 'data');
  prepareData(dataDir, settings);
  const server = await startVsCodeServer({ dataDir, args: ['--disable-workspace-trust'], prefix: sandbox.prefix });
  const use = (theme) => {
    const shown = { ...settings, 'workbench.colorTheme': themes[theme] };
    writeFileSync(join(dataDir, 'data', 'User', 'settings.json'), JSON.stringify(shown));
  };
  for (const theme of isWalk ? Object.keys(themes) : []) {
    use(theme);
    for (const width of widths) if (isWanted(theme, width)) await takeWalk(server.port, theme, width);
  }
  for (const theme of isWalk ? [] : isLook ? Object.keys(themes) : ['dark']) {
    const folder = isLook ? join(repo, '.cache', 'screenshots', theme) : join(repo, 'docs', 'images');
    mkdirSync(folder, { recursive: true });
    use(theme);
    // What is disabled behind a theme has the manager read all units anew.
    prepareFaults();
    for (const picture of wanted) await take(picture, server.port, folder);
    // The next theme begins where this one did.
    inSandbox('sh', '-c', 'systemctl stop backup.timer && systemctl --quiet disable backup.timer backup.service || :');
    inSandbox('sh', '-c', 'systemctl stop web.service || :; rm -rf /etc/containers; systemctl daemon-reload');
  }
  server.process.kill();
} finally {
  await browser.close();
  sandbox.stop();
  rmSync(scratch, { recursive: true, force: true });
}

function prepareExamples() {
  inSandbox('cp', '-r', join(repo, 'examples'), workspace);
  // No container runs: a podman of ours says that it is ready, and waits.
  if (hasPodman) inSandbox(join(repo, 'test', 'vscode', 'podman-stand-in.sh'), podmanRoot);
  // Something to be read in the journal.
  inSandbox('systemctl', 'link', join(workspace, 'hello.service'));
  for (let i = 0; i < 3; i++) inSandbox('systemctl', 'restart', 'hello.service');
  sayMore();
}

/** A service that failed for another one, and one whose file is newer than what runs. */
function prepareFaults() {
  inSandbox('systemd-analyze', 'log-target', 'journal');
  const write = (name, text) => inSandbox('sh', '-c', 'printf "%s" "$1" >"$2"', 'sh', text, join(workspace, name));
  write(
    'shop.service',
    '[Unit]\nRequires=stock.service\nAfter=stock.service\n\n[Service]\nExecStart=/bin/sleep infinity\n',
  );
  write('stock.service', '[Service]\nType=exec\nUser=stock\nExecStart=/bin/sleep infinity\n');
  write('stale.service', '[Service]\nExecStart=/bin/sleep infinity\nRestart=no\nNice=1\n');
  const denied = 'Type=oneshot\nProtectHome=yes\nProtectSystem=strict\nPrivateTmp=yes\n';
  write(
    'tried.service',
    `[Unit]\nDescription=Counts visits\n\n[Service]\n${denied}ExecStart=/bin/sh -c "date > /var/lib/visits"\n`,
  );
  write('soft.service', '[Service]\nExecStart=/bin/sh -c "date > /var/spool/soft && exec sleep infinity"\n');
  for (const name of ['shop', 'stock', 'stale']) inSandbox('systemctl', 'link', join(workspace, `${name}.service`));
  inSandbox('sh', '-c', 'systemctl restart stale.service; systemctl start shop.service || :');
  write('stale.service', '[Service]\nExecStart=/bin/sleep infinity\nRestart=always\nTimeoutStopSec=90\nNice=5\n');
}

/** The first ten minutes, from an empty folder, one picture a step. */
async function takeWalk(port, theme, width) {
  const folder = join(repo, '.cache', 'screenshots', 'walk', `${theme}-${width}`);
  mkdirSync(folder, { recursive: true });
  const empty = `/srv/walk-${theme}-${width}`;
  inSandbox('mkdir', empty);
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.setDefaultTimeout(120_000);
  await page.goto(workbenchUrl(port, { folder: empty }));
  let step = 0;
  const snap = async (name) => {
    const path = join(folder, `${++step}-${name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    console.log(path);
    if (`${theme}-${width}` === 'dark-1400' && keptSteps.includes(name))
      cpSync(path, join(repo, 'docs', 'images', 'walk', `${name}.png`));
  };
  try {
    await walk(page, snap);
  } catch (error) {
    await snap('stuck');
    console.error(`walk ${theme} ${width}: ${error}`);
    process.exitCode = 1;
    inSandbox('sh', '-c', 'systemctl disable --now hello.service || :');
  }
  await page.close();
}

/** Lines of other urgency, and one with a place in a file, as a service that writes them itself would leave. */
function sayMore() {
  const pid = inSandbox('systemctl', 'show', '--property=MainPID', '--value', 'hello.service').toString().trim();
  const lines = [
    [7, 'woke up after 10 s'],
    [5, 'greeting changed'],
    [4, 'no translation of the greeting, saying it in English'],
    [3, `cannot open /srv/greetings.txt (${join(workspace, 'hello.service')}:15)`],
  ];
  const entries = lines.map(
    ([priority, text]) => `MESSAGE=${text}\nPRIORITY=${priority}\nSYSLOG_IDENTIFIER=sh\nOBJECT_PID=${pid}\n`,
  );
  for (const entry of entries) inSandbox('sh', '-c', 'printf "%s" "$1" | logger --journald', 'sh', entry);
}

async function take({ name, file, act }, port, folder) {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(90_000);
  await page.goto(workbenchUrl(port, { folder: workspace, openFile: join(workspace, file) }));
  const path = join(folder, width === 1200 ? `${name}.png` : `${name}-${width}.png`);
  try {
    await page
      .locator('.codelens-decoration')
      .getByText(/⋯|Status of links/)
      .first()
      .waitFor();
    await act(page);
  } catch (error) {
    await page.screenshot({ path: join(repo, '.cache', `${name}-failed.png`) });
    console.error(`${name}: ${error}`);
    process.exitCode = 1;
    return await page.close();
  }
  await page.screenshot({ path, animations: 'disabled' });
  console.log(path);
  await page.close();
}
