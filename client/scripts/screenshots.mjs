// Makes docs/images/*.png from the real thing: VS Code Server inside a systemd of its own, seen through Chromium.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootSandbox } from '../../test/vscode/sandbox.mjs';
import { buildAll, installPackages, repo } from './prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from './vscode-server.mjs';
import { launchChromium, workbenchUrl } from './workbench.mjs';

const images = join(repo, 'docs', 'images');
const size = { width: 1200, height: 720 };
const settings = {
  ...quietSettings,
  'editor.fontSize': 14,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
};

/** Each picture: the file to open and what to do before it is taken. */
const pictures = [
  { name: 'hover', file: 'backup.timer', act: hover },
  { name: 'quick-fix', file: 'faults/broken.service', act: quickFix },
  { name: 'start', file: 'backup.timer', act: start },
];

installPackages();
buildAll();
mkdirSync(images, { recursive: true });
const scratch = mkdtempSync(join(repo, '.cache', 'screenshots-'));
const workspace = join(scratch, 'examples');
cpSync(join(repo, 'examples'), workspace, { recursive: true });
const sandbox = bootSandbox(join(scratch, 'systemd'));
if ('missing' in sandbox) throw new Error(`No systemd to show: ${sandbox.missing}.`);
const browser = await launchChromium();
try {
  const server = await serve();
  for (const picture of pictures) await take(picture, server.port);
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
    await page.getByText('Restart', { exact: true }).first().waitFor();
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
  await page.locator('.view-line').getByText('forkking').click();
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').waitFor();
}

async function start(page) {
  await page.getByText('Start', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Link and Go On' }).click();
  const terminal = page.locator('.xterm-rows');
  await terminal.getByText('systemctl start').first().waitFor();
  await page.getByText('Status', { exact: true }).first().click();
  await terminal.getByText('Active:').first().waitFor();
}
