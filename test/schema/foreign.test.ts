import { describe, expect, test } from 'vitest';
import { foreignFormat } from '../../server/src/schema/foreign.ts';
import { checkUnitText } from '../../server/src/service/check.ts';

describe('what is not a unit is left alone, whatever it is called', () => {
  test.each([
    ['x.desktop', '[Desktop Entry]\n[Service]\n', 'a desktop entry'],
    ['kdeconnect.service', '# KDE\n\n[Desktop Entry]\nType=Service\nX-KDE-x=1\n', 'a desktop entry'],
    ['org.x.service', '[D-BUS Service]\nName=org.x\nExec=/usr/bin/x\n', 'a D-Bus activation file'],
    ['ssh.service', '<?xml version="1.0" standalone="no"?>\n<service-group/>\n', 'XML'],
    ['ssh.service', '\ufeff<service-group/>\n', 'XML'],
    ['x.network', '[Network]\nDHCP=yes\n', 'a network configuration'],
    ['x.service', '\x7fELF\x02\x01\x01\0\0\x02\x03\x01\x02\x05\x06\x04\x03', 'not a text file'],
  ])('%s', (path, text, format) => {
    expect(foreignFormat(`/work/${path}`, text)).toBe(format);
    expect(checkUnitText(text, { path: `/work/${path}` })).toEqual([]);
  });
});

test.each([
  ['x.service', '[Service]\nRestart=alwys\n', ['service-command', 'value-invalid']],
  ['x.service', '; [D-BUS Service]\n[Service]\nExecStart=/bin/true\nRestart=alwys\n', ['value-invalid']],
  ['x.service', '[Container]\nImage=x\n[Service]\nExecStart=/bin/true\n', ['section-unknown']],
  ['notes.txt', '[Service]\nExecStart=/bin/true\nRestart=alwys\n', ['value-invalid']],
  // Waiting for its folder: nobody can say that a command is missing.
  ['limits.conf', '[Service]\nRestart=alwys\n', ['value-invalid']],
  ['journald.conf', '[Journal]\nStorage=x\n', ['value-invalid']],
  ['journald.conf', '[Journald]\nStorage=x\n', []],
  ['other.conf', '[Path]\nA=1\n[Else]\nB=1\n', []],
])('%s is judged as far as it is a unit', (path, text, codes) => {
  const found = checkUnitText(text, { path: `/work/${path}`, version: 252 });
  expect(found.filter(({ severity }) => severity !== 'hint').map(({ code }) => code)).toEqual(codes);
});
