// Records the moving picture of the README: a unit is written, hinted at, mended and started, and its journal read.
//
//   node client/scripts/film.mjs            into docs/images/first-minute.gif
//   node client/scripts/film.mjs --frames   each picture of it as well, into .cache/film, to be looked at
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootSandbox } from '../../test/vscode/sandbox.mjs';
import { gifOf } from './gif.mjs';
import { buildAll, installPackages, repo } from './prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from './vscode-server.mjs';
import { insist, launchChromium, suggest, webview, workbenchUrl } from './workbench.mjs';

const size = { width: 960, height: 600 };
/** A README that is bigger than that is left before it is seen. */
const MOST_BYTES = 2_000_000;
const settings = {
  ...quietSettings,
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.cursorBlinking': false,
};
const file = '/srv/greeting/hello.service';
const unit = `[Unit]
Description=Says hello

[Service]
ExecStart=/bin/sh -c 'while :; do echo "hello, it is $$(date +%%T)"; sleep 2; done'
`;

installPackages();
buildAll();
const scratch = mkdtempSync(join(repo, '.cache', 'film-'));
const sandbox = bootSandbox(join(scratch, 'systemd'));
if ('missing' in sandbox) throw new Error(`No systemd to show: ${sandbox.missing}.`);
execFileSync(sandbox.prefix[0], [
  ...sandbox.prefix.slice(1),
  'sh',
  '-c',
  'mkdir -p /srv/greeting && printf %s "$1" >"$2"',
  'sh',
  unit,
  file,
]);
const browser = await launchChromium();
try {
  const dataDir = join(scratch, 'data');
  prepareData(dataDir, settings);
  const server = await startVsCodeServer({ dataDir, args: ['--disable-workspace-trust'], prefix: sandbox.prefix });
  const page = await browser.newPage({ viewport: size });
  page.setDefaultTimeout(120_000);
  await page.goto(workbenchUrl(server.port, { folder: '/srv/greeting', openFile: file }));
  const camera = await createCamera(page);
  await play(page, camera).catch(async (error) => {
    await page.screenshot({ path: join(repo, '.cache', 'film-failed.png') });
    throw error;
  });
  server.process.kill();
  await write(camera.shots);
} finally {
  await browser.close();
  sandbox.stop();
  rmSync(scratch, { recursive: true, force: true });
}

/** What happens, and for how long each moment is seen. */
async function play(page, { shoot, pointAt }) {
  const lens = (title) => page.locator('.codelens-decoration').getByText(title, { exact: true }).first();
  const type = async (text) => {
    for (const letter of text) {
      await page.keyboard.type(letter);
      await shoot(110);
    }
  };
  /** Is clicked until something comes of it. */
  const click = async (target, effect) => {
    await pointAt(target);
    await shoot(700);
    await insist(() => target.click({ timeout: 5_000 }).catch(() => undefined), effect);
  };
  const offered = page.locator('.suggest-widget.visible .monaco-list-row.focused');

  await lens('○ not installed').waitFor();
  await page.keyboard.press('Control+b');
  await page.locator('.view-line').filter({ hasText: 'ExecStart' }).click();
  await page.keyboard.press('Control+End');
  await shoot(1_200);

  // Typed, with what fits.
  await type('Rest');
  await suggest(page, offered.filter({ hasText: 'Restart=' }));
  await shoot(2_200);
  await page.keyboard.press('Enter');
  await page.locator('.suggest-widget.visible').getByText('on-failure').first().waitFor();
  await shoot(1_500);

  // A slip: said at once, and mended.
  await type('alwys');
  await page.keyboard.press('Escape');
  const mark = page.locator('.squiggly-warning').first();
  await mark.waitFor();
  await shoot(1_000);
  const word = page.locator('.view-line span span').filter({ hasText: 'alwys' }).first();
  const said = page.locator('.monaco-hover-content').getByText('Did you mean').first();
  await pointAt(word);
  await insist(async () => {
    await page.mouse.move(5, 300);
    await word.hover();
  }, said);
  await shoot(3_200);
  await page.mouse.move(5, 300);
  await page.keyboard.press('Escape');
  await insist(() => page.keyboard.press('Control+.'), page.locator('.action-widget').first());
  await shoot(1_600);
  await page.keyboard.press('Enter');
  await mark.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+s');
  await shoot(1_200);

  // Installed and started from the line above.
  const way = page.locator('.quick-input-list').getByText('Link from here');
  await click(lens('○ not installed'), way);
  await shoot(2_200);
  await way.click();
  await lens('○ not running').waitFor();
  await shoot(1_400);
  const running = lens(/^● running since/);
  await click(lens('Start'), running);
  await page.locator('.xterm-rows').getByText('systemctl start').last().waitFor();
  await shoot(2_800);

  const hello = webview(page).locator('.row').filter({ hasText: 'hello, it is' });
  await click(lens('Logs'), hello.first());
  await hello.nth(2).waitFor();
  await shoot(2_000);
  await hello.nth(3).waitFor();
  await shoot(3_500);
}

/** Keeps what is seen, with a pointer, which pictures of a page do not have. */
async function createCamera(page) {
  const shots = [];
  await page.evaluate(() => {
    const pointer = document.createElement('div');
    pointer.id = 'pointer';
    const { style } = pointer;
    Object.assign(style, {
      position: 'fixed',
      zIndex: '99999',
      width: '16px',
      height: '24px',
      display: 'none',
      pointerEvents: 'none',
    });
    Object.assign(style, {
      background: 'white',
      clipPath: 'polygon(0 0, 0 75%, 28% 60%, 48% 98%, 66% 90%, 46% 54%, 88% 54%)',
    });
    document.body.append(pointer);
  });
  return {
    shots,
    async shoot(milliseconds) {
      shots.push({ png: await page.screenshot({ animations: 'disabled', caret: 'initial' }), milliseconds });
      await page.evaluate(() => Object.assign(document.querySelector('#pointer').style, { display: 'none' }));
    },
    /** In the next picture. */
    async pointAt(target) {
      const box = await target.boundingBox();
      const place = { left: `${box.x + Math.min(box.width / 2, 60)}px`, top: `${box.y + box.height / 2}px` };
      await page.evaluate(
        (at) => Object.assign(document.querySelector('#pointer').style, { ...at, display: 'block' }),
        place,
      );
    },
  };
}

async function write(shots) {
  if (process.argv.includes('--frames')) {
    const folder = join(repo, '.cache', 'film');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [i, { png }] of shots.entries()) writeFileSync(join(folder, `${String(i).padStart(3, '0')}.png`), png);
  }
  const page = await browser.newPage();
  const frames = [];
  for (const { png, milliseconds } of shots) frames.push({ rgba: await pixelsOf(page, png), milliseconds });
  const bytes = gifOf(frames, size);
  const path = join(repo, 'docs', 'images', 'first-minute.gif');
  writeFileSync(path, bytes);
  const seconds = shots.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000;
  console.log(`${path}: ${bytes.length.toLocaleString('en')} bytes, ${shots.length} pictures, ${seconds} s`);
  if (bytes.length > MOST_BYTES) throw new Error(`That is more than ${MOST_BYTES.toLocaleString('en')} bytes.`);
}

/** Chromium reads its own pictures. */
async function pixelsOf(page, png) {
  const text = await page.evaluate(async (data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, picture.width, picture.height);
    let all = '';
    for (let i = 0; i < bytes.length; i += 0x8000) all += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(all);
  }, png.toString('base64'));
  return new Uint8ClampedArray(Buffer.from(text, 'base64'));
}
