import { describe, expect, test } from 'vitest';
import { batches } from '../../client/src/pages/journal/batches.ts';
import { fileLinks } from '../../client/src/pages/journal/journal-row.ts';
import { keepLast, rowFilter } from '../../client/src/pages/journal/row-filter.ts';
import { commandLine } from '../../client/src/systemd/command.ts';
import { parseEntry, type Row } from '../../client/src/systemd/journal-entry.ts';
import { isQuery, type JournalQuery, journalJson, recent } from '../../client/src/systemd/journal-query.ts';

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
    ['bytes that are not UTF-8', [104, 105, 255], 'hi\ufffd'],
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

describe('the journal is asked', () => {
  const boot = '0123456789abcdef0123456789abcdef';
  const json = '--no-pager --quiet --output=json --output-fields=MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,_COMM,_PID';

  test.each<[Partial<JournalQuery>, string]>([
    [{}, `--follow ${json} --lines=1000`],
    [{ range: 'boot' }, `--follow ${json} --boot --lines=all`],
    [{ range: boot }, `${json} --boot=${boot} --lines=all`],
    [{ range: 'between', since: '-2h' }, `--follow ${json} --since=-2h --lines=all`],
    [{ range: 'between', since: 'today', until: '18:00' }, `${json} --since=today --until=18:00 --lines=all`],
    [{ range: 'hour', until: 'tomorrow' }, `--follow ${json} --since=-1h --lines=all`],
    [{ priority: 3 }, `--follow ${json} --lines=1000 --priority=3`],
    [{ grep: 'a.b (c)' }, String.raw`--follow ${json} --lines=1000 '--grep=a\.b \(c\)' --case-sensitive=no`],
    [{ grep: '/a|b/' }, `--follow ${json} --lines=1000 '--grep=a|b' --case-sensitive=no`],
  ])('%j', (query, options) => {
    const command = journalJson('user', '-h.service', { ...recent, ...query });
    expect(commandLine(command)).toBe(`journalctl ${options} --user-unit=-h.service`);
  });

  test.each([
    [recent, true],
    [{ ...recent, range: boot }, true],
    [{ ...recent, range: 'between', since: '--vacuum-time=1s' }, true],
    [{ ...recent, range: '--vacuum-time=1s' }, false],
    [{ ...recent, range: 'constructor' }, false],
    [{ ...recent, range: `${boot} --vacuum-time=1s` }, false],
    [{ ...recent, priority: 8 }, false],
    [{ ...recent, priority: '3' }, false],
    [{ ...recent, grep: 'x'.repeat(1_001) }, false],
    [{ range: 'boot' }, false],
    ['boot', false],
    [null, false],
  ])('only what is a query: %j', (value, expected) => {
    expect(isQuery(value)).toBe(expected);
  });
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
    expect(queue.waiting).toBe(7_000);
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
  const row = (text: string): Row => ({ time: 0, priority: 6, source: 'web[1]', text });
  const rows = [row('Started'), row('cannot open'), row('slow (2 s)')];
  test.each([
    ['', [0, 1, 2]],
    ['START', [0]],
    ['/open|slow/', [1, 2]],
    ['/(2/', []],
    ['(2', [2]],
    ['web[', [0, 1, 2]],
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
