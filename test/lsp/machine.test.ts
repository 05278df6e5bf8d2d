import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { watchFolders } from '../../server/src/node/watch-folders.ts';
import { startClient } from './client.ts';

const ETC = '/etc/systemd/system';

test('a unit that is installed while the server runs is known, and one that is removed is not', async () => {
  const machine = new Map([[`${ETC}/old.service`, '[Service]\nExecStart=/bin/true\n']]);
  let tell: (paths: ReadonlySet<string>) => void = () => undefined;
  const client = await startClient({
    runtime: {
      machinePaths: async () => ({ system: [ETC], user: [] }),
      unitFiles: async () => [...machine.keys()].map((path) => ({ path })),
      readText: async (path) => machine.get(path),
      async watchFolders(folders, changed) {
        expect(folders).toEqual([ETC]);
        tell = changed;
        return () => undefined;
      },
    },
  });
  await client.indexed;
  const uri = 'file:///w/a.service';
  const text =
    '[Unit]\nRequires=old.service new.service\n[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=a.target\n';
  const missing = (found: readonly Diagnostic[]): (string | undefined)[] =>
    found.filter(({ code }) => code === 'requirement-missing').map(({ message }) => message.toString().split(' ')[0]);
  expect(missing((await client.open(uri, `|${text}`)).diagnostics)).toEqual(['new.service']);
  machine.delete(`${ETC}/old.service`);
  machine.set(`${ETC}/new.service`, '[Service]\nExecStart=/bin/true\n');
  const judged = client.nextDiagnostics(uri);
  tell(new Set([`${ETC}/old.service`, `${ETC}/new.service`]));
  expect(missing(await judged)).toEqual(['old.service']);
  machine.set(`${ETC}/new.service`, '');
  const again = client.nextDiagnostics(uri);
  tell(new Set([`${ETC}/new.service`]));
  expect(missing(await again)).toEqual(['old.service', 'new.service']);
  await client.close();
});

describe('folders watched', () => {
  let dir: string;
  let stop = (): void => undefined;
  let next: (paths: ReadonlySet<string>) => void = () => undefined;
  const told = (): Promise<string[]> =>
    new Promise((resolve) => {
      next = (paths) => resolve([...paths].map((path) => path.slice(dir.length + 1)).sort());
    });

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'watch-'));
    mkdirSync(join(dir, 'units'));
    stop = await watchFolders([join(dir, 'units'), join(dir, 'later'), join(dir, 'no/where')], (paths) => next(paths));
  });
  afterEach(() => {
    stop();
    rmSync(dir, { recursive: true, force: true });
  });

  test('tell of files together, and of drop-ins in folders that come later', async () => {
    const units = told();
    writeFileSync(join(dir, 'units/a.service'), '');
    writeFileSync(join(dir, 'units/b.service'), '');
    expect(await units).toEqual(['units/a.service', 'units/b.service']);
    const folder = told();
    mkdirSync(join(dir, 'units/a.service.d'));
    expect(await folder).toEqual(['units/a.service.d']);
    const dropIn = told();
    writeFileSync(join(dir, 'units/a.service.d/x.conf'), '');
    expect(await dropIn).toContain('units/a.service.d/x.conf');
  });

  test('may come and go', async () => {
    for (let round = 0; round < 2; round++) {
      const made = told();
      mkdirSync(join(dir, 'later'));
      expect(await made).toEqual(['later']);
      const unit = told();
      writeFileSync(join(dir, 'later/a.service'), '');
      expect(await unit).toContain('later/a.service');
      const gone = told();
      rmSync(join(dir, 'later'), { recursive: true });
      expect(await gone).toContain('later');
    }
  });
});
