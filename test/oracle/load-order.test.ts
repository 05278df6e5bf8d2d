import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { effectiveUnit, loadedUnitOf } from '../../server/src/features/lenses/effective-unit.ts';
import { resolveUnit } from '../../server/src/units/resolve-unit.ts';
import { filesOf } from '../../server/src/units/resolved-units.ts';
import { createUnitIndex } from '../../server/src/units/unit-index.ts';
import { name, type Tree } from '../units/trees.ts';
import { eachSystem } from './each-system.ts';
import { run, system } from './systems.ts';
import { RECURSIVE_ERRORS_SINCE } from './verify.ts';

const FIRST = 'etc';
const SECOND = 'usr';

/** Below a folder of its own; `etc/` comes before `usr/`. */
const TREE: Tree = {
  'usr/a-b-c.service':
    '[Unit]\nDescription=first\nConditionPathExists=/a\n[Service]\nEnvironment=A=1\nExecStart=/bin/true\n',
  'usr/al.service': '-> a-b-c.service',
  'usr/foo-bar@.service': '[Service]\nExecStart=/bin/echo %i\n',
  'usr/al-ias@.service': '-> foo-bar@.service',
  'etc/a-b-c.service.d/50.conf': '[Unit]\nDescription=fifty\n[Service]\nExecStart=\nExecStart=/bin/false\n',
  'usr/a-b-c.service.d/50.conf': '[Unit]\nDescription=hidden\n',
  'usr/a-b-.service.d/40.conf': '[Service]\nEnvironment=B=2\nEnvironment=\nEnvironment=C=3\n',
  'etc/a-.service.d/30.conf': '[Unit]\nConditionPathExists=\nConditionPathExists=/b\n',
  'etc/service.d/60.conf': '[Service]\nNice=5\n',
  'etc/service.d/50.conf': '[Unit]\nDescription=hidden as well\n',
  'usr/al.service.d/20.conf': '[Service]\nNice=7\nEnvironment=D=4\n',
  'usr/al.service.d/70.conf': '[Unit]\nDescription=gone\n',
  'etc/al.service.d/70.conf': '-> /dev/null',
  ...Object.fromEntries(
    ['foo-bar@x-y', 'foo-bar@', 'foo-@x-y', 'foo-@', 'foo-', 'al-ias@x-y', 'al-ias@', 'al-'].flatMap((owner) => [
      [`usr/${owner}.service.d/${owner}.conf`, '[Unit]\n'],
      [`usr/${owner}.service.d/zz.conf`, `[Unit]\nDescription=${owner}\n`],
    ]),
  ),
};

/** What `systemd-analyze verify` writes of a unit it loaded, when asked for all it knows. */
function dumpOf(version: number, unit: string, folders: readonly string[]): { dropIns: string[]; dump: string } {
  const env = { SYSTEMD_LOG_LEVEL: 'debug', SYSTEMD_LOG_TARGET: 'console', SYSTEMD_UNIT_PATH: folders.join(':') };
  // Older ones know no other way.
  const alone = version >= RECURSIVE_ERRORS_SINCE ? ['--recursive-errors=no'] : [];
  const argv = ['systemd-analyze', 'verify', '--man=no', '--generators=no', ...alone, unit];
  const { stdout, stderr } = run(system(version), argv, { env });
  const dump = stdout + stderr;
  const own = dump.slice(dump.search(/(?:→|->) Unit /));
  const all = [...own.matchAll(/DropIn Path: (.*)/g)].map(([, path]) => path!);
  // systemd lists a masking link among the drop-ins; it reads nothing from it.
  return { dump: own, dropIns: all.filter((path) => !path.endsWith('/70.conf')) };
}

function layOut(root: string): void {
  for (const [path, text] of Object.entries(TREE)) {
    const target = /^-> (.*)/.exec(text)?.[1];
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (target === undefined) writeFileSync(join(root, path), text);
    else symlinkSync(target, join(root, path));
  }
}

function indexBelow(root: string) {
  const index = createUnitIndex();
  index.setMachinePaths({ system: [join(root, FIRST), join(root, SECOND)], user: [] });
  for (const [path, text] of Object.entries(TREE)) {
    const link = /^-> (.*)/.exec(text)?.[1];
    const target = link === undefined || link.startsWith('/') ? link : join(root, dirname(path), link);
    index.add({ path: join(root, path), target }, 'machine');
    if (link === undefined) index.setText(join(root, path), text);
  }
  return index;
}

eachSystem((version) => {
  const { root: chroot } = system(version);
  const inside = `/tmp/systemd-units-load-order-${process.pid}`;

  const ask = (unit: string) => {
    const outside = mkdtempSync(join(tmpdir(), 'load-order-'));
    try {
      layOut(outside);
      cpSync(outside, chroot + inside, { recursive: true, verbatimSymlinks: true });
      return dumpOf(version, unit, [`${inside}/${FIRST}`, `${inside}/${SECOND}`]);
    } finally {
      rmSync(outside, { recursive: true });
      rmSync(chroot + inside, { recursive: true, force: true });
    }
  };

  test.each(['a-b-c.service', 'foo-bar@x-y.service', 'al-ias@x-y.service'])(
    'drop-ins of %s come in this order',
    (unit) => {
      const { dropIns } = resolveUnit(indexBelow(inside), name(unit));
      expect(dropIns.length).toBeGreaterThan(4);
      expect(dropIns.map(({ path }) => path)).toEqual(ask(unit).dropIns);
    },
  );

  test('the effective unit is what systemd has', () => {
    const unit = resolveUnit(indexBelow(inside), name('a-b-c.service'));
    const text = (path: string): string => TREE[path.slice(inside.length + 1)]!;
    const files = filesOf(unit).map(({ path }) => ({ path, text: text(path) }));
    const document = createDocument(files[0]!.text, { path: files[0]!.path, version });
    const lines = effectiveUnit(loadedUnitOf(document, { units: [files] })!).text.split('\n');
    const { dump } = ask('a-b-c.service');
    const said = (pattern: RegExp): string[] => [...dump.matchAll(pattern)].map(([, value]) => value!.trim());
    const ours = (key: string): string[] =>
      lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));
    expect(ours('Description')).toEqual(said(/^\s*Description: (.*)/gm));
    expect(ours('Environment')).toEqual(said(/^\s*Environment: (.*)/gm));
    expect(ours('Nice')).toEqual(said(/^\s*Nice: (.*)/gm));
    expect(ours('ExecStart')).toEqual(said(/Command Line: (.*)/g));
    expect(ours('ConditionPathExists')).toEqual(said(/ConditionPathExists: (\S+)/g));
  });
});
