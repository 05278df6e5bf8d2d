import { execFileSync, spawnSync } from 'node:child_process';
import type * as fs from 'node:fs';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { rewriteFile } from '../../server/src/node/rewrite-file.ts';

/** What happens before each call of the file system that the code under test makes; it is told the call's number. */
const world = vi.hoisted(() => ({ meanwhile: undefined as ((call: number) => void) | undefined, calls: 0 }));

vi.mock('node:fs', async (load) => {
  const real = await load<typeof fs>();
  const watched = (name: keyof typeof fs) => {
    const call = real[name] as (...args: unknown[]) => unknown;
    return (...args: unknown[]): unknown => {
      const { meanwhile } = world;
      if (!meanwhile) return call(...args);
      // What happens meanwhile uses the file system as well.
      world.meanwhile = undefined;
      try {
        meanwhile(++world.calls);
      } finally {
        world.meanwhile = meanwhile;
      }
      return call(...args);
    };
  };
  const names = ['openSync', 'fstatSync', 'readSync', 'writeSync', 'ftruncateSync', 'fsyncSync', 'fchownSync'] as const;
  const others = ['fchmodSync', 'unlinkSync', 'closeSync', 'existsSync'] as const;
  return { ...real, ...Object.fromEntries([...names, ...others].map((name) => [name, watched(name)])) };
});

/** Runs what is under test while something happens. */
function during(meanwhile: (call: number) => void, work: () => void): void {
  world.calls = 0;
  world.meanwhile = meanwhile;
  try {
    work();
  } finally {
    world.meanwhile = undefined;
  }
}

const OLD = '[Service]\nExecStart = /bin/true\n';
const NEW = '[Service]\nExecStart=/bin/true\n';
const texts = { before: Buffer.from(OLD), after: Buffer.from(NEW) };
const MORE = '# and more\n'.repeat(500);
const LONG = { before: Buffer.from(OLD + MORE), after: Buffer.from(NEW + MORE + MORE) };
const GROWN = { before: Buffer.from(OLD), after: Buffer.from(`${NEW}# and more, so that the file grows\n`) };
const isRoot = process.getuid?.() === 0;

const scratch = mkdtempSync(join(tmpdir(), 'systemd-units-rewrite-'));
let folder: string;
let path: string;
let count = 0;
beforeEach(() => {
  folder = join(scratch, String(++count));
  mkdirSync(folder);
  path = join(folder, 'a.service');
  writeFileSync(path, OLD);
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** How many calls a rewriting makes. */
function callsOf(how = texts): number {
  writeFileSync(path, how.before);
  during(
    () => undefined,
    () => rewriteFile(path, how),
  );
  writeFileSync(path, how.before);
  return world.calls;
}

describe('the file stays the same file', () => {
  test.each([0o664, 0o666, 0o600, 0o640])('mode %o is kept, whatever the umask', (mode) => {
    chmodSync(path, mode);
    const umask = process.umask(0o077);
    rewriteFile(path, texts);
    process.umask(umask);
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual([NEW, mode]);
    expect(readdirSync(folder)).toEqual(['a.service']);
  });

  test.skipIf(!isRoot)('the owner is kept (skipped where we may not give files away)', () => {
    chownSync(path, 65_534, 65_533);
    rewriteFile(path, texts);
    expect(statSync(path)).toMatchObject({ uid: 65_534, gid: 65_533 });
  });

  test('further names show the new text too', () => {
    linkSync(path, join(folder, 'b.service'));
    const { ino } = statSync(path);
    rewriteFile(path, texts);
    expect(readFileSync(join(folder, 'b.service'), 'utf8')).toBe(NEW);
    expect(statSync(path)).toMatchObject({ ino, nlink: 2 });
  });

  const has = (program: string, ...args: string[]): boolean =>
    spawnSync(
      program,
      args.map((arg) => (arg === 'PATH' ? scratch : arg)),
    ).status === 0;
  const hasAcl = has('setfacl', '-m', 'u:65533:rwx', 'PATH');
  const hasXattr = has('setfattr', '-n', 'user.note', '-v', 'x', 'PATH');

  test.skipIf(!hasAcl)('the access control list is kept (skipped without setfacl)', () => {
    execFileSync('setfacl', ['-m', 'u:65533:r', path]);
    const before = execFileSync('getfacl', ['-p', path], { encoding: 'utf8' });
    rewriteFile(path, texts);
    expect(before).toContain('user:65533:r');
    expect(execFileSync('getfacl', ['-p', path], { encoding: 'utf8' })).toBe(before);
  });

  test.skipIf(!hasXattr)('extended attributes are kept (skipped without setfattr)', () => {
    execFileSync('setfattr', ['-n', 'user.note', '-v', 'kept', path]);
    rewriteFile(path, texts);
    const told = execFileSync('getfattr', ['--absolute-names', '--only-values', '-n', 'user.note', path], {
      encoding: 'utf8',
    });
    expect([told, readFileSync(path, 'utf8')]).toEqual(['kept', NEW]);
  });

  test.each([250, 255])('a name of %d bytes', (length) => {
    const name = `${'ä'.repeat(100)}${'x'.repeat(length - 200 - '.service'.length)}.service`;
    const long = join(folder, name);
    renameSync(path, long);
    rewriteFile(long, texts);
    expect([Buffer.byteLength(name), readFileSync(long, 'utf8')]).toEqual([length, NEW]);
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe('what holds something else by now is left alone', () => {
  test.each([`${OLD}User=root\n`, '', OLD.replace('true', 'trux')])('%j', (text) => {
    writeFileSync(path, text);
    expect(() => rewriteFile(path, texts)).toThrow(expect.objectContaining({ code: 'CHANGED' }));
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual([text, ['a.service']]);
  });

  test('a link is not followed', () => {
    const other = join(scratch, `other${count}`);
    renameSync(path, other);
    symlinkSync(other, path);
    expect(() => rewriteFile(path, texts)).toThrow(expect.objectContaining({ code: 'ELOOP' }));
    expect(readFileSync(other, 'utf8')).toBe(OLD);
  });
});

describe('a process that is ended at any call', () => {
  /** What the folder holds after each end, the file first. */
  function* ends(how: typeof texts): Generator<{ readonly text: string; readonly others: readonly string[] }> {
    for (let end = callsOf(how); end > 0; end--) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
      writeFileSync(path, how.before);
      // Whatever would come after this call never comes, not even cleaning up.
      const kill = (call: number): void => {
        if (call >= end) throw new Error('killed');
      };
      expect(() => during(kill, () => rewriteFile(path, how))).toThrow('killed');
      const others = readdirSync(folder).filter((name) => name !== 'a.service');
      yield { text: readFileSync(path, 'utf8'), others };
    }
  }

  test.each([
    ['shrinks', texts],
    ['grows', GROWN],
  ])('leaves one of both texts and nothing else, of a file of a page that %s', (_, how) => {
    const seen = new Set<string>();
    for (const { text, others } of ends(how)) {
      expect(others).toEqual([]);
      seen.add(text.trimEnd());
    }
    expect(seen).toEqual(new Set([how.before, how.after].map((each) => each.toString().trimEnd())));
  });

  test('leaves one of both texts, or the old one beside it, of a longer file', () => {
    const [before, after] = [LONG.before.toString(), LONG.after.toString()];
    const seen = new Set<string>();
    for (const { text, others } of ends(LONG)) {
      expect(others.length).toBeLessThanOrEqual(1);
      for (const name of others) expect(name).toMatch(/^\.a\.service\.[0-9a-f]{24}\.backup$/);
      const kept = others.map((name) => readFileSync(join(folder, name), 'utf8'));
      expect(text === before || text === after || kept.includes(before)).toBe(true);
      seen.add(`${text === before ? 'old' : 'new'} ${others.length}`);
    }
    // It was really ended on both sides of the writing.
    expect([...seen]).toEqual(expect.arrayContaining(['old 0', 'old 1', 'new 1']));
  });
});

describe('somebody exchanges names between any two calls', () => {
  const SECRET = 'root:x\n';
  const link = (target: string, name: string): void => {
    rmSync(name, { force: true });
    symlinkSync(target, name);
  };
  const hardLink = (target: string, name: string): void => {
    rmSync(name, { force: true });
    linkSync(target, name);
  };
  const attacks: readonly [string, (victim: string, others: string) => void][] = [
    ['the file, for a link', (victim) => link(victim, path)],
    ['the file, for another name of the victim', (victim) => hardLink(victim, path)],
    [
      'every other file, for a link',
      (victim) => {
        for (const name of readdirSync(folder)) if (name !== 'a.service') link(victim, join(folder, name));
      },
    ],
    [
      'the folder, for a link',
      (_, others) => {
        renameSync(folder, `${folder}.away`);
        symlinkSync(others, folder);
      },
    ],
  ];

  const sizes = [
    ['short', texts],
    ['long', LONG],
  ] as const;
  const cases = attacks.flatMap(([name, attack]) => sizes.map(([size, how]) => ({ name, attack, size, how })));

  test.each(cases)('$name, while a $size text is written', ({ attack, how }) => {
    for (let at = callsOf(how); at > 0; at--) {
      const others = join(scratch, `victims${count}.${at}`);
      mkdirSync(others);
      // In the other folder the victim has the name of the file.
      const victim = join(others, 'a.service');
      writeFileSync(victim, SECRET);
      chmodSync(victim, 0o600);
      if (isRoot) chownSync(folder, 65_534, 65_534);
      if (isRoot) chownSync(path, 65_534, 65_534);
      try {
        during(
          (call) => call === at && attack(victim, others),
          () => rewriteFile(path, how),
        );
      } catch {
        // Refusing is fine.
      }
      const { mode, uid } = statSync(victim);
      expect([readFileSync(victim, 'utf8'), mode & 0o777, uid]).toEqual([SECRET, 0o600, process.getuid?.()]);
      expect(readdirSync(others).filter((name) => !name.startsWith('.a.service.'))).toEqual(['a.service']);
      rmSync(folder, { recursive: true, force: true });
      rmSync(`${folder}.away`, { recursive: true, force: true });
      mkdirSync(folder);
      writeFileSync(path, how.before);
    }
  });
});

describe('no room', () => {
  beforeEach(() => writeFileSync(path, LONG.before));

  const full = (): never => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  };

  test('while the new text is written: the old one is put back', () => {
    let isFull = false;
    const once = (): void => {
      if (isFull || readFileSync(path).equals(LONG.before)) return;
      isFull = true;
      full();
    };
    const rewrite = (): void => during(once, () => rewriteFile(path, LONG));
    expect(rewrite).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
    expect([isFull, readFileSync(path), readdirSync(folder)]).toEqual([true, LONG.before, ['a.service']]);
  });

  test('and none to put the old one back: it is said where that is', () => {
    let left = 2;
    const twice = (): void => void (!readFileSync(path).equals(LONG.before) && left-- > 0 && full());
    const rewrite = (): void => during(twice, () => rewriteFile(path, LONG));
    expect(rewrite).toThrow(expect.objectContaining({ code: 'TORN' }));
    const [backup] = readdirSync(folder).filter((name) => name.endsWith('.backup'));
    expect(readFileSync(join(folder, backup!))).toEqual(LONG.before);
  });
});
