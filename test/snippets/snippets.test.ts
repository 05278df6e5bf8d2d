import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expandSnippet } from '../../server/src/features/templates/expand.ts';
import { releases } from '../../server/src/schema/generated/releases.ts';
import { checkUnitText } from '../../server/src/service/check.ts';

import { hasVerify, type UnitFiles, verify } from './verify.ts';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

interface Sample {
  readonly kind: string;
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  readonly path: string;
  readonly text: string;
}

const folder = new URL('../../server/src/features/templates/', import.meta.url);
const kinds = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));
const samples = kinds.flatMap(samplesOf);

function samplesOf(kind: string): Sample[] {
  const snippets: Record<string, Snippet> = JSON.parse(readFileSync(new URL(`${kind}.json`, folder), 'utf8'));
  return Object.entries(snippets).map(([name, { prefix, description, body }]) => {
    const prefixes = [prefix].flat();
    const path = pathFor(kind, prefixes[0]!);
    const base = path.replace(/^.*\//, '').replace(/\.\w+$/, '');
    return {
      kind,
      name,
      prefixes,
      description,
      path,
      text: expandSnippet(body.join('\n'), { TM_FILENAME_BASE: base }),
    };
  });
}

/** Each sample gets a name of its own, so that all can lie in one folder. */
function pathFor(kind: string, prefix: string): string {
  if (kind === 'drop-in') return `${prefix}.service.d/50-${prefix}.conf`;
  if (kind === 'scope') return `${prefix}-.scope.d/50-${prefix}.conf`;
  const isTemplate = /template|connection/.test(prefix) && kind === 'service';
  return `sample-${prefix}${isTemplate ? '@' : ''}.${kind}`;
}

/** The partners that the samples start, or lie beside, and that are not samples themselves. */
function partners(): UnitFiles {
  const service = '[Service]\nType=oneshot\nExecStart=/bin/true\n';
  const found = samples.flatMap(({ kind, path, text }): [string, string][] => {
    if (kind === 'timer' || kind === 'path') return [[path.replace(/\w+$/, 'service'), service]];
    if (kind === 'socket')
      return [[path.replace(/\.\w+$/, /^Accept=yes/m.test(text) ? '@.service' : '.service'), service]];
    if (kind === 'drop-in') return [[path.replace(/\.d\/.*$/, ''), service]];
    if (kind === 'automount') {
      const where = /^Where=(.*)$/m.exec(text)![1]!;
      return [[path.replace(/automount$/, 'mount'), `[Mount]\nWhat=tmpfs\nType=tmpfs\nWhere=${where}\n`]];
    }
    const socket = /^Requires=(\S+\.socket)$/m.exec(text)?.[1];
    return socket === undefined ? [] : [[socket, `[Socket]\nListenStream=/run/${socket}\n`]];
  });
  return Object.fromEntries(found);
}

describe('conventions', () => {
  it('there is something for every kind of unit', () => {
    expect(kinds.sort()).toEqual([
      'automount',
      'device',
      'drop-in',
      'mount',
      'path',
      'scope',
      'service',
      'slice',
      'socket',
      'swap',
      'target',
      'timer',
    ]);
  });

  it.each(kinds.filter((kind) => kind !== 'drop-in'))('%s has a bare one and an explained one', (kind) => {
    const own = samples.filter((sample) => sample.kind === kind);
    expect(own.filter(({ prefixes, text }) => prefixes.includes(kind) && !/^#/m.test(text))).toHaveLength(1);
    expect(own.filter(({ text }) => /^#/m.test(text)).length).toBeGreaterThan(0);
  });

  it('prefixes and names are unique', () => {
    for (const all of [samples.flatMap(({ prefixes }) => prefixes), samples.map(({ name }) => name)])
      expect([...new Set(all)]).toEqual(all);
  });

  it.each(samples)('$name starts with its kind and describes itself', ({ kind, prefixes, description }) => {
    for (const prefix of prefixes) expect(prefix).toMatch(new RegExp(`^${kind}(-[a-z-]+)?$`));
    expect(description).toMatch(/^[A-Z].*\.$/);
  });
});

describe('our own check has nothing to say', () => {
  it.each(samples.flatMap((sample) => releases.map((version) => ({ ...sample, version }))))(
    '$name, systemd $version',
    ({ path, text, version }) => {
      const problems = checkUnitText(text, { path: `/etc/systemd/system/${path}`, version, manager: 'system' });
      expect(problems).toEqual([]);
    },
  );
});

/** systemd reads no file for a scope, only its drop-ins, and verify has no running scope to show them to. */
it.skipIf(!hasVerify)('systemd-analyze verify has nothing to say', () => {
  const own = samples.filter(({ kind }) => kind !== 'scope').map(({ path, text }) => [path, text] as const);
  expect(verify({ ...partners(), ...Object.fromEntries(own) })).toEqual([]);
});
