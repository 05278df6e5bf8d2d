// Takes pictures of the page that VS Code shows of the packed extension, from its top to its end, to be looked at; fails where
// a picture of the page is missing. The VSIX of `npm run package` is installed as a user would have it; what its page loads from the
// repository's home comes from this folder.
//
//   node client/scripts/extension-page.mjs [THEME-WIDTH…]   into .cache/screenshots/extension-page
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repo } from './prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from './vscode-server.mjs';
import { insist, launchChromium, runCommand, webview, workbenchUrl } from './workbench.mjs';
import { readZip } from './zip.mjs';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' };
const widths = [1400, 700];
const wanted = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8'));
const vsix = join(repo, `${manifest.name}-${manifest.version}.vsix`);
if (!existsSync(vsix)) throw new Error(`${vsix} is missing: npm run package makes it.`);
/** Where a packed README looks for pictures, as `vsce` turns its links. */
const home = `${manifest.repository.url.replace(/\.git$/, '')}/raw/HEAD/`;

const scratch = mkdtempSync(join(repo, '.cache', 'extension-page-'));
const extension = join(scratch, 'extension');
unpack(readFileSync(vsix), extension);
const folder = join(repo, '.cache', 'screenshots', 'extension-page');
mkdirSync(folder, { recursive: true });
const dataDir = join(scratch, 'data');
prepareData(dataDir, quietSettings, extension);
const server = await startVsCodeServer({ dataDir, args: ['--disable-workspace-trust'] });
const browser = await launchChromium();
try {
  for (const [theme, name] of Object.entries(themes)) {
    const settings = { ...quietSettings, 'workbench.colorTheme': name };
    writeFileSync(join(dataDir, 'data', 'User', 'settings.json'), JSON.stringify(settings));
    for (const width of widths)
      if (wanted.length === 0 || wanted.includes(`${theme}-${width}`)) await look(theme, width);
  }
} finally {
  await browser.close();
  server.process.kill();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

function unpack(bytes, into) {
  for (const [path, content] of readZip(bytes)) {
    const [top, ...rest] = path.split('/');
    if (top !== 'extension') continue;
    const file = join(into, ...rest);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** One window as high as a screen, and the page in it screen by screen. */
async function look(theme, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.route(`${home}**`, (route) =>
    route.fulfill({ path: join(repo, route.request().url().slice(home.length)) }),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await page.goto(workbenchUrl(server.port, { folder: join(extension, 'examples') }));
  const row = page.locator('.extension-list-item').filter({ hasText: manifest.displayName }).first();
  await runCommand(page, 'Extensions: Show Installed Extensions', row);
  const shown = webview(page);
  await insist(() => row.dblclick(), shown.getByRole('heading', { name: manifest.displayName }));
  await page.keyboard.press('Control+b');
  await allPictures(page, shown);
  const height = await shown.locator('html').evaluate(({ clientHeight }) => clientHeight);
  const total = await shown.locator('html').evaluate(({ scrollHeight }) => scrollHeight);
  for (let at = 0, step = 1; at < total; at += height - 40, step++) {
    await shown.locator('html').evaluate((html, top) => html.scrollTo({ top, behavior: 'instant' }), at);
    const path = join(folder, `${theme}-${width}-${String(step).padStart(2, '0')}.png`);
    await page.screenshot({ path });
    console.log(path);
  }
  await context.close();
}

/** Waits until every picture is there, and complains of those that are not. */
async function allPictures(page, shown) {
  const states = () =>
    shown
      .locator('img')
      .evaluateAll((all) =>
        all.map(({ src, complete, naturalWidth }) => ({ src, complete, isThere: naturalWidth > 0 })),
      );
  for (let asked = 0; asked < 100 && !(await states()).every(({ complete }) => complete); asked++)
    await page.waitForTimeout(100);
  const found = await states();
  const missing = found.filter(({ isThere }) => !isThere);
  for (const { src } of missing) console.error(`missing on the page: ${src}`);
  if (missing.length > 0 || found.length === 0) process.exitCode = 1;
}
