import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { configurationOf, loadOrder } from '../../server/src/dialects/daemon-conf/configuration-files.ts';
import { eachSystem } from './each-system.ts';
import { run, system } from './systems.ts';

/** A file in every folder, drop-ins that hide each other, and names that nobody reads. */
const FILES = [
  ...['etc', 'run', 'usr/local/lib', 'usr/lib'].flatMap((folder) => [
    `${folder}/systemd/logind.conf.d/same.conf`,
    `${folder}/systemd/logind.conf.d/of-${folder.replaceAll('/', '-')}.conf`,
  ]),
  'etc/systemd/logind.conf',
  'usr/lib/systemd/logind.conf',
  'usr/lib/systemd/logind.conf.d/B.conf',
  'run/systemd/logind.conf.d/a.conf',
  'etc/systemd/logind.conf.d/.hidden.conf',
  'etc/systemd/logind.conf.d/notes.txt',
];

eachSystem((version) => {
  test('the files of a configuration are read in the order that cat-config prints', () => {
    const asked = system(version);
    const root = mkdtempSync(join(asked.root, '/tmp/oracle-'));
    const inside = root.slice(asked.root.length);
    try {
      for (const file of FILES) {
        mkdirSync(dirname(join(root, file)), { recursive: true });
        writeFileSync(join(root, file), '# text\n');
      }
      const { stdout } = run(asked, ['systemd-analyze', 'cat-config', `--root=${inside}`, 'systemd/logind.conf']);
      const printed = stdout.split('\n').flatMap((line) => /^# (\/.*)$/.exec(line)?.[1] ?? []);
      expect(printed.length).toBeGreaterThan(6);
      const configuration = configurationOf(join(root, 'etc/systemd/logind.conf'))!;
      const namesIn = (folder: string): string[] => {
        try {
          return readdirSync(folder);
        } catch {
          return [];
        }
      };
      const ours = loadOrder(configuration, { namesIn, version });
      expect(ours.map((path) => path.slice(asked.root.length))).toEqual(printed);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
