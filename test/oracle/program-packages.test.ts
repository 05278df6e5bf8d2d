import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkUnitText } from '../../server/src/service/check.ts';
import { eachSystem } from './each-system.ts';
import { absence, askProgram } from './programs/ask.ts';

/** Fetched by `node test/corpus/fetch-program-files.mjs`. */
const kept = '.cache/program-files';

/** Where each kind of file lies on a machine. */
const FOLDERS: Readonly<Record<string, string>> = {
  network: '/etc/systemd/network',
  netdev: '/etc/systemd/network',
  link: '/etc/systemd/network',
  nspawn: '/etc/systemd/nspawn',
  repart: '/etc/repart.d',
};

const kindOf = (path: string): string => (path.endsWith('.conf') ? 'repart' : path.slice(path.lastIndexOf('.') + 1));

const files = (existsSync(kept) ? readdirSync(kept, { recursive: true, encoding: 'utf8' }) : [])
  .filter((path) => kindOf(path) in FOLDERS && statSync(join(kept, path)).isFile())
  .sort()
  .map((path) => ({ path, kind: kindOf(path), text: readFileSync(join(kept, path), 'utf8') }));

/** Of a file that Debian ships nothing may be said of which its program has nothing to say. */
eachSystem((version) => {
  test.for(Object.entries(FOLDERS))(
    'says of %s files of packages what their programs say',
    ([kind, folder], context) => {
      const own = files.filter((file) => file.kind === kind);
      const reason = own.length === 0 ? 'no such file in a package' : absence({ version, kind });
      if (reason !== undefined) return context.skip(reason);
      const verdicts = askProgram(
        { version, kind },
        // Of two devices of one name networkd makes the first.
        own.map(({ text }) => (kind === 'netdev' ? text.replace(/^Name=.*/m, 'Name=@NAME@') : text)),
      );
      // What sections lack is told without a line, or at their header: so whole files are compared.
      const wrong = own.flatMap(({ path, text }, i) => {
        if (verdicts[i]!.messages.some(({ level }) => level <= 4)) return [];
        return checkUnitText(text, { path: `${folder}/${path.split('/').at(-1)}`, version })
          .filter(({ severity }) => severity === 'error' || severity === 'warning')
          .map(({ line, message }) => `${path}:${line}: ${message}`);
      });
      expect(wrong).toEqual([]);
    },
  );
}, 252);
