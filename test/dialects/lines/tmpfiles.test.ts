import { describe, expect, test } from 'vitest';
import { said, verdictOnLine } from './said.ts';

const PATH = '/usr/lib/tmpfiles.d/web.conf';
const verdict = (line: string, version?: number): string => verdictOnLine(PATH, line, version);

describe('lines that systemd-tmpfiles takes', () => {
  test.each([
    ['d /run/web 0755 root root 10d -'],
    ['  d\t/run/web'],
    ['# a comment'],
    ['d /a -- - - -'.replace('--', '-')],
    ['"d" "/run/a b" "0755"'],
    ['D! /run/web ~0750 :root :0 abcmABM:1h30m'],
    ['d /run/web :~0755 - - ~10d'],
    ['d /run/web - - - infinity'],
    ['f+ /run/web 0644 root root - text with blanks and %m and %% and \\x20'],
    ['L+ /run/web - - - - ../share/web'],
    ['L? /run/web'],
    ['C /run/web - - - - /usr/share/web'],
    ['c! /dev/x 0600 root root - 1:3'],
    ['f~ /run/web - - - - YQ=='],
    ['f^ /run/web - - - - web.secret'],
    ['f$ /run/web'],
    ['t /run/web - - - - user.a=b user.c="d e"'],
    ['a+ /run/web - - - - group:adm:r-x,default:user:0:rwX'],
    ['h /run/web - - - - +C'],
    ['H /run/web - - - - ='],
    ['k /run/web - - - - cap_net_raw=ep'],
    ['r! /tmp/.X[0-9]*-lock'],
    ['z /sys/x 0644 - - - -'],
    ['m /run/web 0755'],
    ['d %t/web'],
    ['d /run/web 0755 root root - - '],
  ])('%s', (line) => {
    expect(verdict(line)).toBe('fine');
  });
});

describe('lines that systemd-tmpfiles drops', () => {
  test.each([
    ['d', 'This line has a type and no path; systemd-tmpfiles drops this line. Write a path behind "d".'],
    ['; d', 'Unknown type ";"; systemd-tmpfiles drops this line. Types are '],
    ['y /run/web', 'Unknown type "y"; systemd-tmpfiles drops this line. Types are '],
    [
      'dd /run/web',
      '"d" is not a modifier of types; those are +, !, -, =, ~, ^, $ and ?; systemd-tmpfiles drops this line.',
    ],
    ['d++ /run/web', 'The modifier "+" stands here twice; systemd-tmpfiles drops this line.'],
    [
      'd? /run/web',
      'Lines of type "d" do not take the modifier "?"; systemd-tmpfiles drops this line. Only lines of type L take it.',
    ],
    ['z$ /run/web', 'Lines of type "z" do not take the modifier "$"; '],
    ['d run/web', 'The path "run/web" does not begin with a slash; systemd-tmpfiles drops this line.'],
    [
      'd /run/%i',
      '%i is not a specifier of tmpfiles.d; systemd-tmpfiles drops this line. Write %% for a percent sign.',
    ],
    ['d "/run/web', 'This quote is not closed; systemd-tmpfiles drops this line.'],
    ['d /run/\\q', 'This is not an escape of C; systemd-tmpfiles drops this line.'],
    [
      'd /run/web 0888',
      '"0888" is not an access mode; systemd-tmpfiles drops this line. Write octal digits, like 0755.',
    ],
    ['d /run/web 17777', '"17777" has more than 7777 allows; '],
    [
      'd /run/web - web:web',
      '"web:web" is not a user, as ":" cannot be part of a name; systemd-tmpfiles drops this line.',
    ],
    ['d /run/web - - 65535', '"65535" is not a group, as that is not a number of an account; '],
    [
      'd /run/web - - - 10x',
      '"10x" is not a time span; systemd-tmpfiles drops this line. Write a number with a unit, like 10d or 1h30m.',
    ],
    ['d /run/web - - - x:1d', '"x" does not say which time stamps count; '],
    [
      'd /run/web - - - - x',
      'Lines of type "d" do not take an argument; systemd-tmpfiles drops this line. Write "-" in place of "x".',
    ],
    ['w /run/web', 'Lines of type "w" need an argument: the text to write; systemd-tmpfiles drops this line.'],
    [
      'c /run/web - - - - 1',
      '"1" are not the numbers of a device; systemd-tmpfiles drops this line. Write major and minor, like 1:3.',
    ],
    ['C /run/web - - - - web', 'The path "web" to copy from does not begin with a slash; '],
    ['L~ /run/web - - - - YQ==', 'Lines of type "L" do not take Base64; '],
    ['f~ /run/web - - - - YQ', '"YQ" is not Base64, which the modifier "~" asks for; '],
    ['f^ /run/web', 'The modifier "^" reads a credential, and the argument that would name it is missing; '],
    ['f^ /run/web - - - - a/b', '"a/b" is not the name of a credential, which the modifier "^" asks for; '],
    ['h /run/web - - - - +q', '"q" is not a file attribute; systemd-tmpfiles drops this line. '],
  ])('%s', (line, message) => {
    expect(said(PATH, `${line}\n`)).toEqual([expect.stringContaining(`1 error: ${message}`)]);
  });
});

describe('what it ignores of a line', () => {
  test.each([
    [
      'a /run/web - - - - user:adm',
      '"user:adm" is not an entry of an access control list; systemd-tmpfiles ignores the whole list.',
    ],
    [
      't /run/web - - - - user.a',
      '"user.a" is not NAME=VALUE; systemd-tmpfiles ignores it. Write a name, like user.name=value.',
    ],
    ['k /run/web - - - - cap_foo=p', '"cap_foo=p" are not capabilities; systemd-tmpfiles ignores the whole argument.'],
  ])('%s', (line, message) => {
    expect(said(PATH, `${line}\n`)).toEqual([expect.stringContaining(`1 warning: ${message}`)]);
  });
});

describe('releases', () => {
  test.each([
    ['f~ /a - - - - YQ==', 247, 'error'],
    ['f~ /a - - - - YQ==', 252, 'fine'],
    ['k /a - - - - =', 260, 'error'],
    ['L? /a', 252, 'error'],
    ['d /a :0755', 247, 'error'],
    ['d /a - - - b:1d', 247, 'error'],
    ['d /a\\q', 252, 'fine'],
    ['d /a - - - - x', 257, 'warning'],
    ['d /a/%D', 257, 'error'],
    ['d /var/run/web', 252, 'fine'],
    ['d /var/run/web', 257, 'info'],
  ])('%s in %i', (line, version, expected) => {
    expect(verdict(line, version)).toBe(expected);
  });
});

test('what a build will fill in is not judged', () => {
  expect(said('/w/tmpfiles.d/web.conf.in', 'd @RUNDIR@/web 0755\n')).toEqual([]);
});

test('a comment keeps rules quiet', () => {
  expect(said(PATH, '# systemd-units: ignore line-refused\nd run/web\n')).toEqual([]);
});

test('only *.conf in a folder tmpfiles.d is one', () => {
  for (const path of ['/etc/tmpfiles.d/README', '/etc/tmpfiles/web.conf', '/etc/tmpfiles.d/.web.conf'])
    expect(said(path, 'y\n'), path).toEqual([]);
  expect(said('/home/me/.config/user-tmpfiles.d/web.conf', 'y\n')).toHaveLength(1);
});
