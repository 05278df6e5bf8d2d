import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeBundle } from '../../server/scripts/manual/encode.ts';
import { openBundle } from '../../server/src/manual/bundle.ts';
import { openManual } from '../../server/src/manual/index.ts';
import { unpackBundle } from '../../server/src/manual/unpack.ts';
import { manualFolders } from '../../server/src/node/installed-pages.ts';
import { manualPages, readBundle } from '../../server/src/node/manual-pages.ts';

const root = mkdtempSync(join(tmpdir(), 'manual-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const unit = (version: string, key: string) =>
  `.TH "SYSTEMD\\&.UNIT" "5" "" "systemd ${version}" "systemd.unit"\n.SH "[UNIT] SECTION OPTIONS"\n.PP\n\\fI${key}=\\fR\n.RS 4\nOf ${version}\\&.\n.RE\n`;

const odd = `${'long'.repeat(200)} größer → 😀 \u0000 end`;

function bundle(): Promise<Uint8Array> {
  const pages = [
    { name: 'systemd.unit', section: '5', description: 'Units – all', text: unit('300.1', 'New'), aliases: [] },
    {
      name: 'tool',
      section: '1',
      description: '',
      text: 'the the the the tool',
      aliases: [{ name: 'alias', section: '8' }],
    },
    { name: 'odd', section: '7', description: '', text: odd, aliases: [] },
  ];
  return encodeBundle({ version: '300.1', origin: 'a test', pages });
}

const bundlePath = join(root, 'manual.bin');
const bytes = await bundle();
writeFileSync(bundlePath, bytes);

describe('the bundle', () => {
  test('gives back what went in', () => {
    const opened = readBundle(bundlePath)!;
    expect(opened.version).toBe('300.1');
    expect(opened.pages).toContainEqual({ name: 'systemd.unit', section: '5', description: 'Units – all' });
    expect(opened.read('systemd.unit', '5')).toBe(unit('300.1', 'New'));
    expect(opened.read('tool', undefined)).toBe('the the the the tool');
    expect(opened.read('alias', '8')).toBe('the the the the tool');
    expect(opened.read('odd', '7')).toBe(odd);
    expect(opened.read('tool', '5')).toBeUndefined();
  });

  test('the web, which has no zstd of its own, unpacks it too', () => {
    expect(unpackBundle(bytes)?.read('odd', '7')).toBe(odd);
  });

  test('a damaged one is none', () => {
    expect(readBundle(join(root, 'missing.bin'))).toBeUndefined();
    expect(openBundle(new Uint8Array())).toBeUndefined();
    expect(unpackBundle(bytes.subarray(40))).toBeUndefined();
  });
});

describe('installed pages', () => {
  const man = join(root, 'man');
  mkdirSync(join(man, 'man5'), { recursive: true });
  writeFileSync(join(man, 'man5/systemd.unit.5.gz'), gzipSync(unit('252', 'Old')));
  symlinkSync('systemd.unit.5.gz', join(man, 'man5/systemd.linked.5.gz'));
  writeFileSync(join(man, 'man5/systemd.plain.5'), unit('252', 'Plain'));
  writeFileSync(join(man, 'man5/other.5'), 'not of systemd');
  const env = { MANPATH: man };
  const open = (targetVersion?: number, path: string | undefined = bundlePath) =>
    openManual(...manualPages({ bundle: path, env, ...(targetVersion === undefined ? {} : { targetVersion }) }));

  test.each([
    ['those of the target version come first', 252, '252'],
    ['else the bundle', 300, '300.1'],
    ['also for a version that is nowhere', 257, '300.1'],
  ])('%s', (_what, target, version) => {
    expect(open(target).page('systemd.unit(5)')?.version).toBe(version);
  });

  test('the newest without a target', () => {
    expect(open().page('systemd.unit')?.version).toBe('300.1');
  });

  test('what one side does not know the other tells', () => {
    expect(open(252).directive(undefined, 'Unit', 'New')).toMatchObject({ version: '300.1' });
    expect(open(300).directive(undefined, 'Unit', 'Old')).toMatchObject({ version: '252' });
  });

  test('without a bundle', () => {
    const manual = open(300, join(root, 'missing.bin'));
    expect(manual.directive(undefined, 'Unit', 'Old')?.plain()).toBe('Of 252.');
    expect(
      manual
        .pages()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['systemd.linked', 'systemd.plain', 'systemd.unit']);
  });

  test('without any', () => {
    const manual = openManual(...manualPages({ env: { MANPATH: join(root, 'nowhere') } }));
    expect(manual.directive(undefined, 'Unit', 'Old')).toBeUndefined();
    expect(manual.pages()).toEqual([]);
  });

  test('names do not lead out of the folder', () => {
    expect(open().page('../man5/systemd.plain(5)')).toBeUndefined();
  });

  for (const [tool, ending] of [
    ['xz', '.xz'],
    ['zstd', '.zst'],
    ['bzip2', '.bz2'],
  ] as const) {
    const packed = spawnSync(tool, ['-c'], { input: unit('252', 'Packed') });
    const there = packed.status === 0;
    test.skipIf(!there)(`packed by ${tool}${there ? '' : ` (skipped: no ${tool} here)`}`, () => {
      writeFileSync(join(man, `man5/packed-${tool}.5${ending}`), packed.stdout);
      expect(open().page(`packed-${tool}(5)`)?.version).toBe('252');
    });
  }

  test('where they are looked for', () => {
    expect(manualFolders({ MANPATH: '/a:/b' })).toEqual(['/a', '/b']);
    expect(manualFolders({ MANPATH: '/a:', PATH: '/opt/x/bin' })).toEqual([
      '/a',
      '/usr/local/share/man',
      '/usr/share/man',
      '/opt/x/share/man',
      '/opt/x/man',
      '/run/current-system/sw/share/man',
    ]);
  });
});
