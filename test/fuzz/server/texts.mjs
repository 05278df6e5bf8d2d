// What is typed: lines that are right, lines that are wrong, and values nobody should write.
export const names = ['a', 'b', 'c', 'd', 'web', 'db', 'foo-bar', 'foo-bar-baz', 't@', 't@1'];
const kinds = ['service', 'service', 'service', 'timer', 'socket', 'target', 'path', 'mount'];

export const unitName = (dice) => `${dice.of(names)}.${dice.of(kinds)}`;

/** A fragment, or a drop-in of a unit, a prefix or a kind. */
export function fileName(dice) {
  if (dice.chance(0.6)) return unitName(dice);
  const owner = dice.of([unitName(dice), unitName(dice), 'service', 'foo-.service', 'timer', 't@.service']);
  return `${owner}.d/${dice.of(['10', '20', '30'])}.conf`;
}

const keys = [
  ...['Description', 'After', 'Before', 'Requires', 'Wants', 'Conflicts', 'Documentation', 'RequiresMountsFor'],
  ...['ExecStart', 'ExecStartPre', 'Environment', 'User', 'Restart', 'RestartSec', 'Type', 'SystemCallFilter'],
  ...['OnCalendar', 'OnBootSec', 'Unit', 'ListenStream', 'Sockets', 'PathExists', 'MemoryMax', 'IPAddressAllow'],
  ...['WantedBy', 'RequiredBy', 'Alias', 'Also', 'LimitNOFILE', 'BindPaths', 'DefaultDependencies', 'Unknwon'],
  ...['WorkingDirectory', 'CapabilityBoundingSet', 'TemporaryFileSystem', 'LoadCredential', 'Slice', 'CPUQuota'],
];
const values = [
  ...[
    '',
    'x',
    'yes',
    'no',
    'always',
    'oneshot',
    'simpel',
    '5s',
    '1h 30min',
    '5parsec',
    '%n',
    '%i',
    '%h/x',
    '/bin/true',
  ],
  ...['/usr/bin/env A=b "two words" | c', 'A=b "C=d e', '@system-service ~@mount', 'Mon *-*-01 00:00', '1G', '50%'],
  ...['man:systemd.unit(5) https://example.com/', '0.0.0.0/0 ::1', 'root', '/a:/b:ro ../c', '\\x2d\\x', '\ud83d\ude00'],
];
/** One of a length that hurts where work grows faster than the text. */
const hostile = [
  (n) => 'a'.repeat(n),
  (n) => `a${' '.repeat(n)}b`,
  (n) => '%i'.repeat(n / 2),
  (n) => '/a'.repeat(n / 2),
  (n) => 'a.service '.repeat(n / 10),
  (n) => '"\''.repeat(n / 2),
  (n) => '\\'.repeat(n),
  (n) => '@'.repeat(n),
  (n) => '9'.repeat(n),
  (n) => '1h '.repeat(n / 3),
  (n) => 'x \\\n'.repeat(n / 4),
  (n) => '$A${B}'.repeat(n / 6),
  (n) => 'A=b '.repeat(n / 4),
  (n) => '*-*-* '.repeat(n / 6),
  (n) => '0,'.repeat(n / 2),
];

const pieces = ['\n', '\\\n', '\\ \n', '\r\n', '\r', '\0', '=', '"', '%', '\ufeff', '[', ']', '#', ' ', '[Servce]\n'];

export function line(dice) {
  if (dice.chance(0.08)) return `[${dice.of(['Unit', 'Service', 'Install', 'Timer', 'Socket', 'X-A'])}]\n`;
  if (dice.chance(0.05)) return dice.of(['# comment\n', '; systemd-units: ignore-file\n', '# systemd-units: ignore\n']);
  if (dice.chance(0.02)) return `${dice.of(keys)}=${dice.of(hostile)(dice.of([1000, 5000, 20_000]))}\n`;
  const value = dice.chance(0.4) ? `${unitName(dice)} ${unitName(dice)}` : dice.of(values);
  return `${dice.of(keys)}=${value}\n`;
}

export const piece = (dice) => (dice.chance(0.3) ? dice.of(pieces) : line(dice));

export function text(dice) {
  if (dice.chance(0.04)) return '';
  const section = (name, count) => `[${name}]\n${Array.from({ length: dice.below(count) }, () => line(dice)).join('')}`;
  const long = dice.chance(0.03) ? 800 : 12;
  return section('Unit', 8) + section(dice.of(['Service', 'Service', 'Timer', 'Socket']), long) + section('Install', 3);
}
