// Units written as people do who know systemd only a little: Tab, Enter and their own words. Each step waits for what the
// list of suggestions has chosen, so what is accepted is part of the test, and so is the number of keys.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggest } from '../../client/scripts/workbench.mjs';
import { comesTrue, trusted } from './page-helpers.mjs';

const MOST_KEYS = 90;

/** Presses keys and counts them; a key held down with another is one. */
function typist(page) {
  let keys = 0;
  const chosen = page.locator('.suggest-widget.visible .monaco-list-row.focused');
  return {
    get keys() {
      return keys;
    },
    async press(...names) {
      for (const name of names) {
        keys += 1;
        await page.keyboard.press(name);
      }
    },
    async type(text) {
      keys += text.length;
      await page.keyboard.type(text, { delay: 20 });
    },
    /** Accepts a suggestion when it is the one that Enter would take. */
    async accept(label) {
      keys += 1;
      await chosen.filter({ has: page.getByText(label, { exact: true }) }).waitFor();
      await page.keyboard.press('Enter');
    },
  };
}

/** Until the server answers nothing is suggested, or words of the file are. */
async function serverAnswers(page, label) {
  const row = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first();
  await suggest(page, row);
  await page.keyboard.press('Escape');
  await row.waitFor({ state: 'hidden' });
}

async function openOther(page, author, { typed, name, offered }) {
  await author.press('Control+p');
  await author.type(typed);
  const first = page.locator('.quick-input-list .monaco-list-row').first();
  await first.getByText(name).first().waitFor();
  await author.press('Enter');
  await page.getByRole('tab', { name, selected: true }).waitFor();
  await page.locator('.view-lines').first().click();
  await serverAnswers(page, offered);
}

/** What was typed is saved as it is typed, too. */
async function saved(page, folder, name, expected) {
  const text = () => readFileSync(join(folder, name), 'utf8');
  await comesTrue(page, () => text() === expected, `${name} does not say:\n${expected}`).catch((error) => {
    throw new Error(`${error.message}\nbut:\n${text()}`);
  });
}

const SERVICE = `[Unit]
Description=Back up home

[Service]
ExecStart=/usr/local/bin/backup.sh
Type=oneshot`;

const TIMER = `[Unit]
Description=Every night

[Timer]
OnCalendar=daily
Persistent=yes

[Install]
WantedBy=timers.target`;

const line = {
  title: 'has a service and its timer written line by line by Enter and the words of their author, below 90 keys',
  isMain: true,
  args: trusted,
  files: { 'backup.service': '', 'backup.timer': '' },
  act: async (page, folder) => {
    const author = typist(page);
    await page.locator('.view-lines').first().click();
    await serverAnswers(page, '[Unit]');
    const section = async (name, first) => {
      await author.type('[');
      await author.accept(name);
      await author.accept(first);
    };
    await section('[Unit]', 'Description=');
    await author.type('Back up home');
    await author.press('Enter');
    await section('[Service]', 'ExecStart=');
    await author.type('/usr/local/bin/backup.sh');
    await author.press('Enter');
    await author.type('Ty');
    await author.accept('Type=');
    await author.accept('oneshot');
    await author.press('Control+s');
    await saved(page, folder, 'backup.service', SERVICE);

    await openOther(page, author, { typed: 'timer', name: 'backup.timer', offered: '[Unit]' });
    await section('[Unit]', 'Description=');
    await author.type('Every night');
    await author.press('Enter');
    await section('[Timer]', 'OnCalendar=');
    await author.accept('daily');
    await author.press('Enter');
    await author.type('P');
    await author.accept('Persistent=');
    await author.accept('yes');
    await author.press('Enter');
    await section('[Install]', 'WantedBy=');
    await author.accept('timers.target');
    await author.press('Control+s');
    await saved(page, folder, 'backup.timer', TIMER);
    console.log(`    ${author.keys} keys line by line`);
    if (author.keys >= MOST_KEYS) throw new Error(`It took ${author.keys} keys.`);
  },
};

const whole = {
  title: 'has a service and its timer filled in from whole units by Tab, below 90 keys',
  args: trusted,
  files: { 'backup.service': '', 'backup.timer': '' },
  act: async (page, folder) => {
    const author = typist(page);
    await page.locator('.view-lines').first().click();
    await serverAnswers(page, 'service-timer');
    await author.type('service-t');
    await author.accept('service-timer');
    await author.type('Back up home');
    await author.press('Tab');
    await author.type('/usr/local/bin/backup.sh');
    await author.press('Tab', 'Control+s');
    await saved(
      page,
      folder,
      'backup.service',
      filled('service', 'Service that a timer starts', ['Back up home', '/usr/local/bin/backup.sh']),
    );

    await openOther(page, author, { typed: 'timer', name: 'backup.timer', offered: '[Unit]' });
    await author.press('Control+Space');
    await author.accept('timer');
    await author.type('Every night');
    await author.press('Tab');
    await author.accept('daily');
    await author.press('Control+s');
    await saved(page, folder, 'backup.timer', filled('timer', 'Timer', ['Every night', 'daily']));
    console.log(`    ${author.keys} keys from whole units`);
    if (author.keys >= MOST_KEYS) throw new Error(`It took ${author.keys} keys.`);
  },
};

/** A template of the repository with the author's words in its places. */
function filled(kind, name, words) {
  const path = new URL(`../../server/src/features/templates/${kind}.json`, import.meta.url);
  const text = JSON.parse(readFileSync(path, 'utf8'))[name].body.join('\n');
  return words
    .reduce((all, word, i) => all.replace(new RegExp(`\\$\\{${i + 1}[:|][^}]*\\}`), word), text)
    .replace('$0', '');
}

const free = {
  title: 'suggests in free text after Escape, after a percent sign, and takes no comment for endless',
  args: trusted,
  files: { 'free.service': '[Service]\nUser=r\nExecStart=/bin/echo \n# onetwo\n' },
  act: async (page, folder) => {
    const author = typist(page);
    await page.locator('.view-lines').first().click();
    const goTo = async (...keys) => {
      for (const key of ['Control+Home', ...keys]) await page.keyboard.press(key);
    };
    await goTo('ArrowDown', 'End');
    await serverAnswers(page, 'root');
    await author.type('oo');
    await author.accept('root');
    await goTo('ArrowDown', 'ArrowDown', 'End');
    await author.type('%');
    await author.accept('%a');
    // At its end a comment is over; broken in two it goes on.
    await goTo('ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'Enter');
    const behindOne = Array.from({ length: '# one'.length }, () => 'ArrowRight');
    await goTo('ArrowDown', 'ArrowDown', 'ArrowDown', ...behindOne, 'Enter');
    await author.press('Control+s');
    await saved(page, folder, 'free.service', '[Service]\nUser=root\nExecStart=/bin/echo %a\n# one\n# two\n\n');
  },
};

export const writingPages = [line, whole, free];
