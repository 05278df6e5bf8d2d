// Makes docs/images/*.png from the real thing: VS Code Server inside a systemd of its own, seen through Chromium.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootSandbox } from '../../test/vscode/sandbox.mjs';
import { buildAll, installPackages, repo } from './prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from './vscode-server.mjs';
import { insist, launchChromium, workbenchUrl } from './workbench.mjs';

const images = join(repo, 'docs', 'images');
const size = { width: 1200, height: 800 };
const settings = {
  ...quietSettings,
  'editor.fontSize': 14,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  // Drawn as text, which the script can read.
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.fontSize': 13,
  'workbench.colorTheme': 'Default Dark Modern',
};

/** Each picture: the file to open and what to do before it is taken. Names as arguments choose among them. */
const pictures = [
  { name: 'hover', file: 'backup.timer', act: hover },
  { name: 'quick-fix', file: 'faults/broken.service', act: quickFix },
  { name: 'start', file: 'backup.timer', act: start },
  { name: 'units', file: 'backup.timer', act: units },
  { name: 'journal', file: 'hello.service', act: journal },
];

const names = process.argv.slice(2);
const wanted = pictures.filter(({ name }) => names.length === 0 || names.includes(name));

installPackages();
buildAll();
mkdirSync(images, { recursive: true });
const scratch = mkdtempSync(join(repo, '.cache', 'screenshots-'));
const sandbox = bootSandbox(join(scratch, 'systemd'));
if ('missing' in sandbox) throw new Error(`No systemd to show: ${sandbox.missing}.`);
/** In the systemd of the pictures, whose files are its own. */
const workspace = '/srv/examples';
const inSandbox = (...command) => execFileSync(sandbox.prefix[0], [...sandbox.prefix.slice(1), ...command]);
inSandbox('cp', '-r', join(repo, 'examples'), workspace);
// Something to be read in the journal.
inSandbox('systemctl', 'link', join(workspace, 'hello.service'));
for (let i = 0; i < 5; i++) inSandbox('systemctl', 'restart', 'hello.service');
const browser = await launchChromium();
try {
  const server = await serve();
  for (const picture of wanted) await take(picture, server.port);
  server.process.kill();
} finally {
  await browser.close();
  sandbox.stop();
  rmSync(scratch, { recursive: true, force: true });
}

function serve() {
  const dataDir = join(scratch, 'data');
  prepareData(dataDir, settings);
  return startVsCodeServer({ dataDir, args: ['--disable-workspace-trust'], prefix: sandbox.prefix });
}

async function take({ name, file, act }, port) {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1.5 });
  await page.goto(workbenchUrl(port, { folder: workspace, openFile: join(workspace, file) }));
  const path = join(images, `${name}.png`);
  try {
    await page.locator('.codelens-decoration').getByText('⋯').first().waitFor();
    await act(page);
  } catch (error) {
    await page.screenshot({ path: join(repo, '.cache', `${name}-failed.png`) });
    throw error;
  }
  await page.screenshot({ path, animations: 'disabled' });
  console.log(path);
  await page.close();
}

/** The editor's text is drawn in pieces: a word is one of them. */
function word(page, text) {
  return page.locator('.view-line span span').filter({ hasText: text }).first();
}

async function hover(page) {
  await word(page, 'Persistent').hover();
  await page.locator('.monaco-hover-content').getByText('systemd.timer').first().waitFor();
}

async function quickFix(page) {
  await page.locator('.squiggly-warning, .squiggly-error').first().waitFor();
  await page.keyboard.press('Control+B');
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel').waitFor();
  await word(page, 'Descripton').click();
  await insist(() => page.keyboard.press('Control+.'), page.locator('.action-widget').first());
}

async function start(page) {
  await page.keyboard.press('Control+B');
  const way = page.locator('.quick-input-list').getByText('Link from here');
  await press(page, 'Install…', way);
  await way.click();
  await press(page, 'Start', page.locator('.xterm-rows').getByText('systemctl start').last());
  const terminal = page.locator('.xterm-rows');
  await terminal.getByText('systemctl start').last().waitFor();
  await press(page, 'Status', terminal.getByText('Trigger:').first());
}

async function units(page) {
  await page.getByRole('tab', { name: 'systemd' }).click();
  await page.getByText('System Manager').first().waitFor();
  await page.getByText('Timers', { exact: true }).click();
  await page.getByText('dpkg-db-backup.timer').first().waitFor();
}

async function journal(page) {
  await page.keyboard.press('Control+B');
  await press(page, 'Logs', page.locator('iframe.webview').first());
  const view = page.frameLocator('iframe.webview').first().frameLocator('iframe');
  await view.locator('.row').first().waitFor();
}

function press(page, lens, effect) {
  return insist(() => page.getByText(lens, { exact: true }).first().click(), effect);
}
