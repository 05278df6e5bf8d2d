import { expect, test } from 'vitest';
import { eachSystem } from './each-system.ts';
import { ourProblems } from './ours.ts';
import { verifyEach } from './verify.ts';

const oneshot = (statuses: string): string =>
  `[Service]\nType=oneshot\nExecStart=/bin/true\nRestartForceExitStatus=${statuses}\n`;
const ordered = (key: string, target: string): string => `[Unit]\n${key}=${target}\n[Service]\nExecStart=/bin/true\n`;
const timer = (unit: string): string => `[Timer]\nOnBootSec=1\nUnit=${unit}\n`;
const path = (unit: string): string => `[Path]\nPathExists=/x\nUnit=${unit}\n`;
const mount = (where: string): string => `[Mount]\nWhat=/dev/x\nWhere=${where}\n`;
const page = (text: string): string => `[Unit]\nDocumentation=${text}\n[Service]\nExecStart=/bin/true\n`;
const SERVICE = '[Service]\nExecStart=/bin/true\n';
const ID = 'a'.repeat(32);

/** By name: the text, and units beside it. Each asks what a rule makes of a value that systemd takes in part, or by another name. */
const units: readonly (readonly [name: string, text: string, partners?: Readonly<Record<string, string>>])[] = [
  ...['256', '256 1', '1 256', 'FOO', 'FOO SIGTERM', 'SIGTERM', '0x1', '01', '-1', '', '1 2', 'FOO BAR'].map(
    (statuses, index) => [`edgeo${index}.service`, oneshot(statuses)] as const,
  ),
  ...['Before', 'After', 'Conflicts', 'OnFailure', 'OnSuccess', 'Requires', 'Wants'].flatMap((key) => [
    [`edgea${key}@.service`, ordered(key, `edgea${key}@.service`)] as const,
    [`edgeb${key}@x.service`, ordered(key, `edgeb${key}@.service`)] as const,
    [`edgec${key}.service`, ordered(key, `edgec${key}@.service`), { [`edgec${key}@.service`]: SERVICE }] as const,
  ]),
  ['edget@.timer', timer('edget@.timer')],
  ['edgeu@x.timer', timer('edgeu@.timer')],
  ['edgev@.timer', timer('edgev@%i.timer')],
  ['edgew@.timer', timer('%n')],
  ['edgex.timer', timer('edgex.timer')],
  ['edgey.timer', timer('edgey@.timer'), { 'edgey@.timer': timer('edgey@.service'), 'edgey@.service': SERVICE }],
  ['edgez@.timer', timer('edgez@.service'), { 'edgez@.service': SERVICE }],
  ['edgep@.path', path('edgep@.path')],
  ['edgeq@x.path', path('edgeq@.path')],
  ['edger.path', path('edger@.path'), { 'edger@.path': path('edger@.service'), 'edger@.service': SERVICE }],
  ...[
    'man:x(1)\x01',
    'man:x(1)\x7f',
    'http://x\x02y',
    'man:\x01',
    'man:xü(1)',
    'man:x(1)\\x01',
    'info:\x1b',
    'x\x01',
  ].map((text, index) => [`edged${index}.service`, page(text)] as const),
  ['proc.mount', mount('/%m')],
  ['opt.mount', mount('/srv/%H')],
  ['mnt-edge.mount', mount('/mnt/%b')],
  ['mnt-edge1.mount', mount('/mnt/%m/x')],
  ['mnt-edge2.mount', mount('/srv/%v')],
  ['run-edge4.mount', mount('/run/%m')],
  [`mnt-${ID}.mount`, mount(`/mnt/${ID}`)],
];

eachSystem((version) => {
  test.each(['system', 'user'] as const)('%s manager', (manager) => {
    const questions = units.map(([name, text, partners]) => ({ name, text, ...(partners && { partners }) }));
    const verdicts = verifyEach({ version, manager }, questions);
    const theirs = verdicts.map(({ refused, messages }, index) => {
      const said = messages.filter(({ level, environment }) => level <= 4 && !environment);
      return [units[index]![0], refused ? 'refused' : said.length > 0 ? 'minded' : 'taken'];
    });
    const ours = units.map(([name, text]) => {
      const found = ourProblems(name, text, { version, manager }).map(({ severity }) => severity);
      return [name, found.includes('error') ? 'refused' : found.includes('warning') ? 'minded' : 'taken'];
    });
    expect(ours).toEqual(theirs);
  });
});
