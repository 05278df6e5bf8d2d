import { describe, expect, test } from 'vitest';
import { completion } from '../../server/src/features/completion/index.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover/index.ts';
import { readTargets } from '../../server/src/schema/targets.ts';
import { readCursor } from '../lsp/cursor.ts';
import { testEnvironment } from './environment.ts';

function environmentFor(...words: string[]) {
  const read = readTargets(words);
  if ('problem' in read) throw new Error(read.problem);
  return testEnvironment({ targets: read.targets });
}

const several = environmentFor('debian12', 'ubuntu24.04', 'debian13');
const path = '/etc/systemd/system/a.service';

async function offered(marked: string, label: string, environment = several) {
  const { text, offset } = readCursor(marked);
  const items = await completion(createDocument(text, { path, version: 257 }), offset, environment);
  items.sort((a, b) => a.rank - b.rank);
  const place = items.findIndex((item) => item.label === label);
  return { detail: items[place]?.detail, after: items.slice(place + 1) };
}

describe('completion marks what not all targets have, and puts it last', () => {
  test.each([
    ['[Service]\nRes|', 'RestartMode=', 'since 254: not Debian 12 (252)'],
    ['[Service]\nPrivateP|', 'PrivatePIDs=', 'since 257: not Debian 12 (252) or Ubuntu 24.04 (255)'],
    ['[Service]\nType=|', 'notify-reload', 'since 253: not Debian 12 (252)'],
    [
      '[Service]\nExecStart=/bin/a %|',
      '%D',
      'shared data directory, since 256: not Debian 12 (252) or Ubuntu 24.04 (255)',
    ],
  ])('%s: %s', async (marked, label, detail) => {
    const found = await offered(marked, label);
    expect(found.detail).toBe(detail);
    const isMarked = (item: { detail?: string }): boolean => / not Debian 12/.test(item.detail ?? '');
    // What all have comes before it.
    expect(found.after.filter((item) => !isMarked(item) && item.rank < 65 && item.kind === 'directive')).toEqual([]);
    expect(found.after.filter((item) => !isMarked(item) && item.kind === 'keyword')).toEqual([]);
  });

  test('what the directive is too new for is not said again of its values', async () => {
    expect((await offered('[Service]\nRestartMode=|', 'direct')).detail).not.toContain('not Debian 12');
    expect((await offered('[Service]\nRestartMode=|', 'debug')).detail).toBe('since 257: not Ubuntu 24.04 (255)');
  });

  test('for one target nothing is marked', async () => {
    expect((await offered('[Service]\nType=|', 'notify-reload', environmentFor('252'))).detail).not.toContain('since');
    expect((await offered('[Service]\nType=|', 'notify-reload', testEnvironment())).detail).not.toContain('since');
  });
});

describe('hover says which targets have it', () => {
  test.each([
    ['[Service]\nRestart|Mode=direct', 'Since 254: Ubuntu 24.04 (255) and Debian 13 (257), not Debian 12 (252).'],
    ['[Service]\nType=notify-|reload', 'Since 253: Ubuntu 24.04 (255) and Debian 13 (257), not Debian 12 (252).'],
    ['[Service]\nExecStart=/bin/a %|D', 'Since 256: Debian 13 (257), not Debian 12 (252) or Ubuntu 24.04 (255).'],
  ])('%s', async (marked, told) => {
    const { text, offset } = readCursor(marked);
    const document = createDocument(text, { path, version: 257 });
    expect((await hover(document, offset, several))?.markdown).toContain(told);
    expect((await hover(document, offset, testEnvironment()))?.markdown).not.toContain('Debian 12');
  });

  test('what went says until when it was there', async () => {
    const { text, offset } = readCursor('[Service]\nMemory|Limit=1G');
    const document = createDocument(text, { path, version: 262 });
    const found = await hover(document, offset, environmentFor('debian12', '262'));
    expect(found?.markdown).toContain('`MemoryMax=` took its place.');
  });
});
