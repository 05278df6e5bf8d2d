// `npm start`, as the README tells: one command, and VS Code with the extension and examples/ is there to be opened.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repo } from '../../client/scripts/prepare.mjs';
import { lens } from './page-helpers.mjs';

/** The address that it prints for a timer; whatever it says is told where it ends without one. */
function addressOf(child) {
  const said = [];
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const address = /^Straight to a timer: (\S+)$/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.on('exit', () => reject(new Error(`npm start ended:\n${said.join('\n')}`)));
  });
}

const starts = {
  title: 'npm start prints an address under which a timer is open and has its lenses',
  args: [],
  files: { 'unused.service': '' },
  act: async (page) => {
    // Without a screen and without `code`, VS Code comes from npm.
    const { DISPLAY, WAYLAND_DISPLAY, ...env } = process.env;
    const script = join(repo, 'client/scripts/start.mjs');
    const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await page.goto(await addressOf(child));
      await lens(page, /./).waitFor();
      await page.getByRole('tab', { name: /^backup\.timer/ }).waitFor();
    } finally {
      child.kill();
    }
  },
};

export const startPages = [starts];
