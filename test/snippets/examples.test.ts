import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkUnitText } from '../../server/src/service/check.ts';
import { hasVerify, verify } from './verify.ts';

const folder = new URL('../../examples/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?!md$)\w+$/.test(path));
const units = paths.filter((path) => /\.(?!d$)\w+$/.test(path) && !path.startsWith('faults/'));
const textsOf = (chosen: readonly string[]) => Object.fromEntries(chosen.map((path) => [path, read(path)]));
/** Podman reads those. */
const isQuadlet = (path: string) => path.startsWith('quadlets/');
/** Other programs read those. */
const isOfProgram = (path: string) => /^(?:networks|machines|image|udev)\//.test(path);
const isUser = (path: string) => path.startsWith('user/');

describe('our own check', () => {
  it.each(units)('has nothing to say about %s', (path) => {
    expect(checkUnitText(read(path), { path: `examples/${path}` })).toEqual([]);
  });
});

describe.skipIf(!hasVerify)('systemd-analyze verify', () => {
  it('has nothing to say about system units', () => {
    expect(verify(textsOf(units.filter((path) => !isUser(path) && !isQuadlet(path) && !isOfProgram(path))))).toEqual(
      [],
    );
  });

  it('has nothing to say about user units', () => {
    const texts = units.filter(isUser).map((path) => [path.replace('user/', ''), read(path)] as const);
    expect(verify(Object.fromEntries(texts), 'user')).toEqual([]);
  });
});

describe('the broken service', () => {
  const path = 'faults/broken.service';
  const lines = read(path).split('\n');
  /** A fault stands right below the comment that explains it. */
  const explained = lines.flatMap((line, i) => (/^[^#]/.test(line) && lines[i - 1]?.startsWith('#') ? [i + 1] : []));

  it('has the faults that its comments name, for us', () => {
    const found = checkUnitText(read(path), { path: `examples/${path}` });
    expect([...new Set(found.map(({ line }) => line))]).toEqual(explained);
  });

  it.skipIf(!hasVerify)('has the faults that its comments name, for systemd', () => {
    const found = verify({ 'broken.service': read(path) }).flatMap((line) => /^\S+:(\d+): /.exec(line)?.[1] ?? []);
    expect(found.map(Number)).toEqual(explained);
  });
});

it('every example is in the README, and everything in the README exists', () => {
  const linked = [...read('README.md').matchAll(/\]\(([^:)]+)\)/g)].map((match) => match[1]!);
  expect(linked.sort()).toEqual([...units, 'faults/broken.service'].sort());
});
