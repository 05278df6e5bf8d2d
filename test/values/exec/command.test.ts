import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../../../server/src/values/exec/command-line.ts';
import { accepted, judge, outline, rejected, typeOf } from '../table.ts';

const EXEC = 'Service.ExecStart';

describe('programs', () => {
  accepted(EXEC, [
    '',
    '/bin/true',
    'true',
    '/bin//true',
    '/bin/../bin/true',
    'foo:bar',
    '$x',
    '%h/bin/x',
    '%p',
    '"/bin/a b"',
    '\\x2fbin/true',
    '.a',
    '/a/..b',
  ]);
  rejected(EXEC, [
    ['bin/true', 'error', 'bin/true'],
    ['./true', 'error', './true'],
    ['~/bin/true', 'error', '~/bin/true'],
    ['$HOME/x a', 'error', '$HOME/x'],
    ['.', 'error', '.'],
    ['/bin/ x', 'error', '/bin/'],
    ['/bin/true/.', 'error', '/bin/true/.'],
    ['/bin/a\\x01', 'error', '\\x01'],
    ['/bin/a\\x22b', 'error', '\\x22'],
    ['/bin/a*', 'error', '*'],
    ['/%Z/x', 'error', '%Z'],
    ['%i', 'error', '%i'],
    ['"" x', 'error', '""'],
  ]);
});

describe('programs in systemd 252', () => {
  accepted(EXEC, ['/bin/true/.', '/bin/a*', '['], { version: 252 });
  rejected(EXEC, [['.', 'error', '.']], { version: 252 });
});

describe('prefixes', () => {
  accepted(EXEC, [
    '-/bin/true',
    '@/bin/true x',
    '-@:+/bin/true x',
    '"-/bin/true"',
    '|',
    '|a/b',
    '|@',
    '|[',
    '|%Z',
    '||x',
    '-|x',
    '+|x',
  ]);
  rejected(EXEC, [
    ['--/bin/true', 'warning', '-/bin/true'],
    ['++/bin/true', 'error', '+/bin/true'],
    ['+!/bin/true', 'error', '!/bin/true'],
    ['- /bin/true', 'warning', '-'],
    ['+ true', 'error', '+'],
    ['@/bin/true', 'error', '@/bin/true'],
    ['-@/bin/true', 'warning', '-@/bin/true'],
    ['-bin/x', 'warning', 'bin/x'],
  ]);
  test('!! means nothing since 258', () => {
    expect(outline('!!/bin/true', judge(EXEC, '!!/bin/true'))).toEqual(["info '!!'"]);
    expect(judge(EXEC, '!!/bin/true', { version: 257 })).toEqual([]);
  });
  test('| is a part of the name before 258', () => {
    expect(outline('|true', judge(EXEC, '|true', { version: 257 }))).toEqual(["info '|'"]);
    expect(outline('|bin/x', judge(EXEC, '|bin/x', { version: 257 }))).toEqual(["error '|'"]);
  });
});

describe('arguments', () => {
  accepted(EXEC, [
    '/bin/true "a"b',
    "/bin/true it\\'s",
    '/bin/true \\s\\b\\n\\x41\\u0041\\101',
    '/bin/\\xc3\\xa9 \\xff',
    '/bin/true 100% x',
    '/bin/true +%Y%m%d %%F %-x',
    '/bin/true a;b \\; ";"',
    '/bin/true $HOME ${HOME} $$',
    "sh -c 'a; b'",
    '@/bin/true ""',
  ]);
  rejected(EXEC, [
    ['/bin/true \\d', 'warning', '\\d'],
    ['/bin/true "a\\d" \\w', 'warning', '\\d', '\\w'],
    ['/bin/true a\\', 'warning', '\\'],
    ['/bin/true \\ud800', 'warning', '\\u'],
    ['/bin/\\xff', 'error', '\\xff'],
    ["/bin/true it's", 'error', "'s"],
    ['-/bin/true "a', 'warning', '"a'],
    ['"/bin/true', 'warning', '"/bin/true'],
    ['/bin/true %F', 'error', '%F'],
    ['/bin/true "a %Z"', 'error', '%Z'],
    ['/bin/true \\x25Z', 'error', '\\x25Z'],
  ]);
});

describe('several commands', () => {
  accepted(EXEC, ['/bin/true ; /bin/false', '/bin/true ;', '; x']);
  rejected(EXEC, [
    ['/bin/true ; bin/x', 'error', 'bin/x'],
    ['/bin/true ; -bin/x ; bin/y', 'warning', 'bin/x'],
    ['/bin/true ; "x', 'warning', '"x'],
  ]);
  test('a command dropped after another leaves the line standing', () => {
    expect(judge(EXEC, '/bin/true ; -bin/x')[0]?.effect).toBe('part');
    expect(judge(EXEC, '-bin/x')[0]?.effect).toBe('ignored');
  });
  test('are told apart', () => {
    const { commands } = readCommandLine('-a b ; @c d \\; e;f', 262);
    expect(commands.map(({ first, rest }) => [first.text, ...rest.map(({ text }) => text)])).toEqual([
      ['-a', 'b'],
      ['@c', 'd', ';', 'e;f'],
    ]);
  });
});

describe('help', () => {
  const { type, context } = typeOf(EXEC);
  test('programs and files are links', () => {
    const value = '-/usr/bin/x --a /etc/%p.conf ; sh /%H/y';
    const references = type.references?.(value, context) ?? [];
    expect(references.map(({ type: kind, target, start, end }) => [kind, target, value.slice(start, end)])).toEqual([
      ['executable', '/usr/bin/x', '/usr/bin/x'],
      ['path', '/etc/a.conf', '/etc/%p.conf'],
      ['executable', 'sh', 'sh'],
    ]);
  });
  test('prefixes are explained', () => {
    expect(type.describe?.('-@x y', 0, context)?.markdown).toContain('argv[0]');
    expect(type.describe?.('-@x y', 4, context)).toBeUndefined();
  });
  test('the first word completes programs, others files', () => {
    const sources = (text: string) =>
      type
        .complete?.(text, text.length, context)
        ?.sources?.map((source) => ('only' in source ? source.only : source.type));
    expect(sources('')).toContain('executable');
    expect(sources('-/usr/b')).toContain('executable');
    expect(sources('x /e')).toContain('path');
    expect(sources('x ; y')).toContain('executable');
    expect(sources('x $FO')).toContain('environment-variable');
  });
});
