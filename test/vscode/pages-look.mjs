// What only the eye could tell: colours and widths of the pages, in the themes and windows people have.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insist, webview } from '../../client/scripts/workbench.mjs';
import { comesTrue, command, lens, trusted } from './page-helpers.mjs';

/** How far two colours are from one another, 1 to 21: WCAG 2, "contrast ratio". */
function contrast(one, other) {
  const luminance = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    const [red, green, blue] = parts.map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Commands are there once the extension has drawn its lenses. */
const settled = (page) => lens(page, '⋯').waitFor();

/** A colour that lets some of another through, as it is seen on that. */
function over(colour, behind) {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
  const below = behind.match(/[\d.]+/g).map(Number);
  return `rgb(${[red, green, blue].map((part, i) => part * alpha + below[i] * (1 - alpha))})`;
}

const readableGraph = (theme) => ({
  title: `draws the centre of the graph so that it can be read in ${theme}`,
  args: trusted,
  settings: { 'workbench.colorTheme': theme },
  act: async (page) => {
    await settled(page);
    await command(page, 'systemd: Show Dependency Graph', page.locator('iframe.webview').first());
    const centre = webview(page).locator('.node.root');
    await centre.waitFor();
    const fill = (part) => centre.locator(part).evaluate((element) => getComputedStyle(element).fill);
    const behind = await webview(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
    const found = contrast(await fill('text'), over(await fill('path'), behind));
    if (!(found >= 4.5)) throw new Error(`The contrast is ${found}: ${await fill('text')} on ${await fill('path')}.`);
  },
});

const userManager = {
  title: 'says why a unit of a user manager that does not run has no state',
  args: trusted,
  files: { 'user/mine.service': '[Service]\nExecStart=/bin/true\n' },
  act: async (page, _folder, run) => {
    run('systemctl', 'stop', `user@${process.getuid()}.service`);
    const reason = page.locator('.codelens-decoration').getByText('the user manager is not running');
    const dialog = page.locator('.monaco-dialog-box');
    await insist(() => reason.first().click(), dialog.getByText('It runs while you are logged in'));
    await dialog.getByRole('button', { name: 'Start User Manager' }).waitFor();
  },
};

const securityOfTimer = {
  title: 'shows for a timer the security report of the service it starts, and says so',
  args: trusted,
  act: async (page) => {
    const title = webview(page).getByRole('heading', { name: /^backup\.service: \d/ });
    await settled(page);
    await command(page, 'systemd: Show Security Report', title);
    await webview(page).getByText('backup.timer does not run a process itself').waitFor();
  },
};

/** The mark is drawn behind the name by the style sheet alone; its words are the tooltip. */
const mark = (row) =>
  row
    .locator('.monaco-icon-label')
    .first()
    .evaluate((label) => getComputedStyle(label, '::after').content.replaceAll('"', ''));

const marks = {
  title: 'marks failed units and those that drop-ins change or a mask hides, and no others, until that is switched off',
  args: trusted,
  files: {
    'well.service': '[Service]\nExecStart=/bin/true\n',
    'ruin.service': '[Service]\nExecStart=/nope\n',
    'more.service': '[Service]\nExecStart=/bin/true\n',
    'more.service.d/10-nice.conf': '[Service]\nNice=5\n',
    'gone.service': '',
  },
  act: async (page, folder, run) => {
    const at = (name) => join(folder, name);
    run('systemctl', 'link', at('well.service'), at('ruin.service'), at('more.service'));
    run('systemctl', 'start', '--no-block', 'ruin.service');
    const row = (name) =>
      page.locator('.explorer-folders-view').getByRole('treeitem', { name: new RegExp(`^${name}(,|$)`) });
    const becomes = (name, wanted) =>
      comesTrue(page, async () => (await mark(row(name))) === wanted, `${name} is not marked "${wanted}".`);
    await row('ruin.service').waitFor();
    await becomes('ruin.service', '✗');
    await becomes('more.service', '+');
    await becomes('gone.service', '⊘');
    await becomes('well.service', 'none');
    mkdirSync(at('.vscode'));
    writeFileSync(at('.vscode/settings.json'), '{"systemdUnits.decorations": false}');
    await becomes('ruin.service', 'none');
    await becomes('more.service', 'none');
  },
};

const keysOfPage = {
  title: 'tells the keys of a page when asked with ?, in a dialog that Escape closes',
  args: trusted,
  act: async (page) => {
    await settled(page);
    const shown = webview(page);
    await command(page, 'systemd: Show Dependency Graph', shown.locator('.node.root'));
    await shown.locator('.node.root').focus();
    await page.keyboard.press('?');
    const help = shown.getByRole('dialog', { name: 'Keyboard and screen reader' });
    await help.getByText('Show what is around the unit as well').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await shown.locator('body').press('Tab');
    await insist(() => shown.getByRole('button', { name: 'Keyboard help (?)' }).press('Enter'), help);
    await help.getByRole('button', { name: 'Close' }).click();
    await help.waitFor({ state: 'hidden' });
  },
};

const terminalLink = {
  title: 'leads from the name of a unit in a terminal to its file',
  args: trusted,
  files: { 'well.service': '[Service]\nExecStart=/bin/true\n' },
  terminals: true,
  act: async (page) => {
    await settled(page);
    const terminal = page.locator('.xterm-rows');
    await command(page, 'Terminal: Create New Terminal', terminal.first());
    // Its file is none of the folder: VS Code by itself would search for the word.
    const printed = terminal.getByText(/^see systemd-journald/).last();
    await insist(() => page.keyboard.type('echo see systemd-journald.service\n'), printed);
    // A link is looked for under the pointer, once for a row until the pointer was in another; then it says what it does.
    const hint = page.locator('.workbench-hover-container').getByText('Open systemd-journald.service').first();
    await insist(async () => {
      const { x, y, height } = await printed.boundingBox();
      await page.mouse.move(x, y + 3 * height);
      await page.mouse.move(x + 'see systemd'.length * (height / 2), y + height / 2);
    }, hint);
    await page.keyboard.down('Control');
    await page.mouse.down();
    await page.mouse.up();
    await page.keyboard.up('Control');
    await page.getByRole('tab', { name: /^systemd-journald\.service/ }).waitFor();
  },
};

export const lookPages = [
  keysOfPage,
  terminalLink,
  securityOfTimer,
  readableGraph('Default High Contrast'),
  readableGraph('Default High Contrast Light'),
  readableGraph('Default Dark Modern'),
];

export const bootedLookPages = [userManager, marks];
