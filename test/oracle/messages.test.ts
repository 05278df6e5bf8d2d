import { expect, test } from 'vitest';
import { attribute } from './messages.ts';

const directory = '/tmp/x/units';
const batch = {
  directory,
  files: ['a.service', 'b@.service', 'c.socket'],
  judged: ['a.service', 'b@.service', 'c.socket'],
};

test('gives a message to the file and line it names', () => {
  const stderr = `<28>${directory}/a.service:3: Unknown key 'X' in section [Service], ignoring.\n<29>./c.socket:1: Special user\n`;
  const verdicts = attribute(stderr, { ...batch, separators: [] });
  expect(verdicts.get('a.service')?.messages).toEqual([
    { line: 3, level: 4, text: "Unknown key 'X' in section [Service], ignoring." },
  ]);
  expect(verdicts.get('c.socket')?.messages).toEqual([{ line: 1, level: 5, text: 'Special user' }]);
});

test('gives a message about an instance to its template', () => {
  const verdicts = attribute('<28>b@test_instance.service: Dependency dropped.\n', { ...batch, separators: [] });
  expect(verdicts.get('b@.service')?.messages.map((message) => message.text)).toEqual([
    'b@test_instance.service: Dependency dropped.',
  ]);
});

test('knows a refusal and leaves its closing lines out', () => {
  const stderr = [
    `<27>${directory}/a.service:2: Executable path is not absolute`,
    '<29>a.service: Unit configuration has fatal error, unit will not be started.',
    '<27>Unit a.service has a bad unit file setting.',
  ].join('\n');
  const verdict = attribute(stderr, { ...batch, separators: [] }).get('a.service');
  expect(verdict?.refused).toBe(true);
  expect(verdict?.messages).toHaveLength(1);
});

test('marks what tells of the machine', () => {
  const stderr = '<27>a.service: Failed to create a.service/start: Unit x.service not found.\n';
  const verdict = attribute(stderr, { ...batch, separators: [] }).get('a.service');
  expect(verdict).toMatchObject({ refused: false, messages: [{ environment: true }] });
});

test('keeps what names no unit apart, unless separators tell', () => {
  const stray = "<29>Accepting user/group name 'foo bar', which does not match strict user/group name rules.";
  expect(attribute(stray, { ...batch, separators: [] }).get('')?.messages).toHaveLength(1);
  const separators = ['s0.service', 's1.service', 's2.service'];
  const said = (name: string) => `<28>${directory}/${name}:3: Unknown key 'Separator' in section [Service], ignoring.`;
  const verdicts = attribute([said('s0.service'), stray, said('s1.service')].join('\n'), { ...batch, separators });
  expect(verdicts.get('b@.service')?.messages).toHaveLength(1);
  expect(verdicts.has('')).toBe(false);
});
