import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { realManual } from '../features/environment.ts';
import { run } from './host.ts';

/** What people ask, `question => how the answer begins`, as they would paste it. */
const questions = readFileSync(new URL('questions.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' => ') as [string, string]);

test('there are at least ninety', () => expect(questions.length).toBeGreaterThanOrEqual(90));

test.each(questions)('explain %s', async (question, answer) => {
  const files = {
    'web.service': '[Unit]\nDescription=Web\n[Service]\nExecStart=/bin/true\n',
    'web.timer': '[Timer]\nOnCalendar=daily\n',
  };
  const { stdout, stderr } = await run(['explain', '--systemd-version', '262', question], files);
  expect(`${stdout}${stderr}`.replace(/\s+/g, ' ').trim().slice(0, answer.length)).toBe(answer);
});

test.each([
  [['Wants', 'vs', 'Requires'], 'Wants or Requires'],
  [['code=killed,', 'signal=SEGV'], 'killed by SIGSEGV'],
  [['-.mount'], '-.mount'],
])('what a shell splits is one question: %j', async (words, answer) => {
  const { stdout } = await run(['explain', ...words]);
  expect(stdout.startsWith(answer)).toBe(true);
});

test('a unit of this folder: what starts it, when, and what is wrong with it', async () => {
  const files = {
    'web.service': '[Unit]\nDescription=Web\n[Service]\nExecStart=/bin/true\nRestart=alwys\n',
    'web.service.d/more.conf': '[Service]\nNice=5\n',
    'web.timer': '[Timer]\nOnCalendar=Mon 04:00\n',
  };
  const { stdout } = await run(['explain', 'web.service'], files);
  const text = stdout.replace(/\s+/g, ' ');
  for (const part of [
    'web.service · Web',
    'with the drop-in web.service.d/more.conf',
    'web.timer starts it',
    'Every Monday at 04:00:00',
    '1 warning',
  ])
    expect(text).toContain(part);
});

test('directives are found by what they are about', async () => {
  expect((await run(['explain', '--search', 'memory'])).stdout).toContain('MemoryMax= [Service]');
  expect(await run(['explain', '--search', 'qqqq'])).toMatchObject({ status: 1, stdout: '' });
});

test('a pager is given the text where there is one, unless it is not wanted', async () => {
  const pages: string[] = [];
  const page = async (text: string): Promise<void> => void pages.push(text);
  expect((await run(['explain', 'SIGHUP'], {}, '', { page })).stdout).toBe('');
  expect(pages).toHaveLength(1);
  expect((await run(['explain', '--no-pager', 'SIGHUP'], {}, '', { page })).stdout).toContain('SIGHUP');
});

test('cat names the lines that systemd ignores', async () => {
  const { stdout, stderr } = await run(['cat', 'a.service'], {
    'a.service': '[Service]\nExecStart=/bin/true\nRestart=alwys\nFoo=1\n',
  });
  expect(stdout).not.toContain('alwys');
  expect(stderr).toContain('a.service:3: Restart= in [Service] is ignored');
  expect(stderr).toContain('a.service:4: Foo= in [Service] is ignored');
});

test('cat names the lines for which systemd refuses the unit', async () => {
  const { stderr } = await run(['cat', 'a.service'], { 'a.service': '[Service]\nExecStart=bin/x\nRestart=alwys\n' });
  expect(stderr).toContain('a.service:2: ExecStart= in [Service] makes systemd refuse the unit');
  expect(stderr).toContain('a.service:3: Restart= in [Service] is ignored');
});

test.skipIf(realManual() === undefined)(
  'a value of a directive, although the manual of the unit it names speaks of the directive (skipped without pages)',
  async () => {
    const { stdout } = await run(['explain', 'WantedBy=multi-user.target'], {}, '', { manual: realManual });
    expect(stdout).toMatch(/^WantedBy= · \[Install\]/);
    expect(stdout).toContain('\nmulti-user.target');
  },
);
