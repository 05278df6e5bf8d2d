import { describe, expect, test } from 'vitest';
import { batches } from '../../client/src/operate/batches.ts';
import { fileLinks } from '../../client/src/operate/file-links.ts';
import { followJson, isRange, parseEntry, type Row } from '../../client/src/operate/journal-entry.ts';
import { keepLast, rowFilter } from '../../client/src/operate/row-filter.ts';

const entry = (fields: Record<string, unknown>) =>
  parseEntry(JSON.stringify({ __REALTIME_TIMESTAMP: '1795370534123456', ...fields }));

describe('an entry of journalctl --output=json', () => {
  test('becomes a row', () => {
    expect(entry({ MESSAGE: 'hello', PRIORITY: '3', SYSLOG_IDENTIFIER: 'web', _PID: '12' })).toEqual({
      time: 1_795_370_534_123,
      priority: 3,
      source: 'web[12]',
      text: 'hello',
    });
  });
  test.each([
    ['bytes that are no UTF-8', [104, 105, 255], 'hi\ufffd'],
    ['nothing, when too long', null, ''],
    ['a field given twice', ['a', 'b'], 'a\nb'],
    ['HTML', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('whose message is %s', (_name, MESSAGE, text) => {
    expect(entry({ MESSAGE })).toMatchObject({ text, priority: 6, source: 'unknown' });
  });
  test('which is none is left out', () => {
    expect(['', '{', '3', 'null', '-- No entries --'].map(parseEntry)).toEqual(Array(5).fill(undefined));
  });
  test('is cut when very long', () => {
    expect(entry({ MESSAGE: 'x'.repeat(100_000) })!.text).toHaveLength(8_192);
  });
});

test('the journal is asked for one unit, in ranges from a fixed list', () => {
  const { program, args } = followJson('user', '-h.service', 'boot');
  expect(program).toBe('journalctl');
  expect(args).toEqual(expect.arrayContaining(['--follow', '--output=json', '--boot', '--user-unit=-h.service']));
  expect(['boot', 'constructor', '--vacuum-time=1s', 3].map(isRange)).toEqual([true, false, false, false]);
});

describe('batches', () => {
  const setUp = () => {
    const calls: (number | string)[] = [];
    const queue = batches<number>({
      send: (rows) => calls.push(rows.length),
      pause: () => calls.push('pause'),
      resume: () => calls.push('resume'),
    });
    return { calls, queue };
  };

  test('one is under way at a time', () => {
    const { calls, queue } = setUp();
    queue.add([1]);
    queue.add([2, 3]);
    queue.add([4]);
    expect(calls).toEqual([1]);
    queue.acknowledge();
    expect(calls).toEqual([1, 3]);
  });

  test('a flood makes the source wait until the view has caught up', () => {
    const { calls, queue } = setUp();
    queue.add(Array(9_000).fill(0));
    expect(calls).toEqual([2_000, 'pause']);
    for (let i = 0; i < 4; i++) queue.acknowledge();
    expect(calls).toEqual([2_000, 'pause', 2_000, 2_000, 2_000, 'resume', 1_000]);
  });
});

test('what the list keeps is bounded', () => {
  let rows: number[] = [];
  for (let i = 0; i < 100; i++) rows = keepLast(rows, [i], 20);
  expect(rows.length).toBeLessThanOrEqual(22);
  expect(rows.at(-1)).toBe(99);
});

describe('the filter', () => {
  const row = (text: string, priority = 6): Row => ({ time: 0, priority, source: 'web[1]', text });
  const rows = [row('Started'), row('cannot open', 3), row('slow (2 s)', 4)];
  test.each([
    [{ priority: 7, text: '' }, [0, 1, 2]],
    [{ priority: 4, text: '' }, [1, 2]],
    [{ priority: 7, text: 'START' }, [0]],
    [{ priority: 7, text: '/open|slow/' }, [1, 2]],
    [{ priority: 7, text: '/(2/' }, []],
    [{ priority: 3, text: 'web[' }, [1]],
  ])('%j', (filter, expected) => {
    expect(rows.flatMap((entry, index) => (rowFilter(filter)(entry) ? [index] : []))).toEqual(expected);
  });
});

describe('places in messages', () => {
  test.each([
    ['panic at src/main.rs:12:5', [['src/main.rs', 12, 5]]],
    ['  File "/srv/my app.py", line 7, in run', [['/srv/my app.py', 7, undefined]]],
    [
      '/srv/a.js:1 and ./b.ts:2',
      [
        ['/srv/a.js', 1, undefined],
        ['./b.ts', 2, undefined],
      ],
    ],
    ['listening on 127.0.0.1:8080, took 12:30', []],
    ['http://localhost:8080/ and http://a.example.com:80/x', []],
  ])('%s', (text, expected) => {
    expect(fileLinks(text).map(({ path, line, column }) => [path, line, column])).toEqual(expected);
  });
});
