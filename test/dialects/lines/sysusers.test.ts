import { describe, expect, test } from 'vitest';
import { said, verdictOnLine } from './said.ts';

const PATH = '/usr/lib/sysusers.d/web.conf';

describe('lines that systemd-sysusers takes', () => {
  test.each([
    ['u web'],
    ['u web - "Web server" /var/lib/web /usr/sbin/nologin'],
    ['u! web 100:web'],
    ['u web -:100'],
    ['u web /usr/bin/web'],
    ['g web 65534'],
    ['g web - - - -'],
    ['m web adm'],
    ['m web adm - - -'],
    ['r - 500-900'],
    ['r - 500'],
    ['"u" "web"'],
    ['u web - "a" /home/%m'],
    ['# u'],
  ])('%s', (line) => {
    expect(verdictOnLine(PATH, line)).toBe('fine');
  });
});

describe('lines for which it makes nobody at all', () => {
  test.each([
    [
      'u',
      'This line has a type and no name; systemd-sysusers then makes no user or group at all. Write a name behind "u".',
    ],
    ['u -', 'Lines of type "u" need a name; '],
    ['x web', 'Unknown type "x"; '],
    ['uu web', '"uu" is not a type of sysusers.d; '],
    [
      'g! web',
      'Lines of type "g" do not take the modifier "!"; systemd-sysusers then makes no user or group at all. Write "g".',
    ],
    ['u web.app', '"web.app" is not the name of a user or group; '],
    ['u 0web', '"0web" is not the name of a user or group; '],
    ['u web 65535', '"65535" is not an ID; '],
    ['u web 01', '"01" is not an ID; '],
    [
      'g web 1:2',
      '"1:2" is not an ID; systemd-sysusers then makes no user or group at all. Write a number, a path, or "-".',
    ],
    ['u web - "a:b"', 'A description cannot have colons or control characters; '],
    ['u web - a home', '"home" is not the path of a home directory; '],
    ['u web - - /a/../b', '"/a/../b" is not the path of a home directory; '],
    ['u web - - - sh', '"sh" is not the path of a shell; '],
    ['u web - - - - # not a comment', 'There is something behind the sixth field: "# not a comment"; '],
    ['u web - "a', 'This quote is not closed; '],
    ['g web - "a"', 'Lines of type "g" do not take a description; '],
    ['m web', 'Lines of type "m" need a group behind the user; '],
    ['m web 100', '"100" is not the name of a group; '],
    ['r web 1-2', 'Lines of type "r" do not take a name; '],
    ['r - 9-1', '"9-1" is not a range of IDs; '],
    ['u web - %t', '%t is not a specifier of sysusers.d; '],
  ])('%s', (line, message) => {
    expect(said(PATH, `${line}\n`)).toEqual([expect.stringContaining(`1 error: ${message}`)]);
  });
});

test.each([
  ['u! web', 252, 'error'],
  ['u! web', 257, 'fine'],
  ['u web - - /a//b', 247, 'error'],
  ['u web - - /a//b', 252, 'fine'],
  ['u web - - /%q', 247, 'error'],
])('%s in %i', (line, version, expected) => {
  expect(verdictOnLine(PATH, line, version)).toBe(expected);
});
