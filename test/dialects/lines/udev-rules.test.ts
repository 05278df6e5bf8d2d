import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContinued, joinRule } from '../../../server/src/dialects/udev-rules/join-line.ts';
import { inSource, readRule } from '../../../server/src/dialects/udev-rules/read-rule.ts';
import { readSubstitutions } from '../../../server/src/dialects/udev-rules/substitutions.ts';
import { cutLines } from '../../../server/src/syntax/cut-lines.ts';
import { toSource } from '../../../server/src/syntax/value.ts';
import { said, verdictOnLine } from './said.ts';

const PATH = '/etc/udev/rules.d/99-web.rules';
const verdict = (rule: string, version?: number): string => verdictOnLine(PATH, rule, version);

describe('rules that udev takes', () => {
  test.each([
    ['KERNEL=="sda", MODE="0660", OWNER="root", GROUP="disk"'],
    ['SUBSYSTEM=="block", ENV{ID_FS_UUID}=="?*", SYMLINK+="by-id/$env{ID_FS_UUID}-%k%n"'],
    ['ACTION=="add|change", ATTRS{idVendor}=="0d8c", TAG+="systemd", ENV{SYSTEMD_WANTS}+="web@%k.service"'],
    ['KERNEL=="sd[a-z]*", IMPORT{builtin}="blkid", IMPORT{program}!="/bin/x $devnode"'],
    ['PROGRAM=="/bin/x %k", RESULT=="a*", NAME="web%c{2+}"'],
    ['TEST{0644}=="/sys/$devpath", RUN{builtin}+="kmod load $$x %%"'],
    ['KERNEL==i"SDA", ATTR{model}=e"a\\x20b\\"c", OPTIONS+="link_priority=-100"'],
    ['OPTIONS:="log_level=debug"'],
    ['MODE="%c"'],
    ['RUN+="/bin/sh -c \'echo $env{ID_MODEL} > /run/web\'"'],
    ['CONST{virt}!="none", SYSCTL{net/ipv4/ip_forward}="1"'],
    ['# KERNEL="x" \\'],
    ['KERNEL=="sda", \\\n# of the disk\n  MODE="0660"'],
    ['KERNEL=="a|", KERNEL!="b", TAG-="c"'],
  ])('%s', (rule) => {
    expect(verdict(rule)).toBe('fine');
  });
});

describe('rules that udev drops', () => {
  test.each([
    ['KERNEL="sda", MODE="0"', 'KERNEL takes "==" and "!=", not "="; udev drops this rule. Write KERNEL=="sda".'],
    ['MODE=="0660"', 'MODE takes "=" and ":=", not "=="; udev drops this rule. Write MODE="0660".'],
    ['SUBSYTEM=="x", MODE="0"', 'Unknown key "SUBSYTEM"; udev drops this rule. Did you mean "SUBSYSTEM"?'],
    ['BUS=="usb", MODE="0"', 'Unknown key "BUS"; udev drops this rule. It is called SUBSYSTEMS today.'],
    ['KERNEL{x}=="a", MODE="0"', 'KERNEL does not take anything in braces; udev drops this rule.'],
    [
      'ENV=="a", MODE="0"',
      'ENV needs the name of a property in braces behind it, as ENV{ID_PATH}; udev drops this rule.',
    ],
    ['ENV{DEVPATH}="a"', 'The property "DEVPATH" comes from the kernel or from udev itself and cannot be set; '],
    [
      'IMPORT{buildin}="blkid"',
      '"buildin" is not a type of IMPORT; udev drops this rule. Write program, builtin, file, ',
    ],
    ['IMPORT{builtin}="blkit"', '"blkit" is not a builtin of udev; udev drops this rule. Those are blkid, btrfs, '],
    ['TEST{9}=="a", MODE="0"', '"9" is not an access mode; udev drops this rule. Write octal digits, like 0644.'],
    ['NAME="%k"', '"%k" is the name that the interface has already; udev drops this rule.'],
    ['NAME=""', 'An interface cannot be without a name; udev drops this rule.'],
    [
      'ENV{a}=i"b"',
      'The prefix "i" stands before values that are compared, behind "==" and "!="; udev drops this rule.',
    ],
    ['PROGRAM==i"b"', 'PROGRAM does not take the prefix "i"; udev drops this rule.'],
    ['OPTIONS+="link_priority=high"', '"high" is not a whole number for link_priority; udev drops this rule.'],
    ['OPTIONS+="log_level=loud"', '"loud" is not a log level; udev drops this rule.'],
    ['OWNER=":web"', '":web" is not a user, as ":" cannot be part of a name; udev drops this rule.'],
    ['KERNEL==sda, MODE="0"', 'Values stand in double quotes; udev drops this rule.'],
    ["KERNEL=='sda'", 'Values stand in double quotes, not in single ones; udev drops this rule.'],
    ['KERNEL=="sda', 'This quote is not closed; udev drops this rule.'],
    ['KERNEL==', 'There is no value behind this operator; udev drops this rule.'],
    [
      'KERNEL "sda"',
      'There is no operator behind this key, as "==", "!=", "=", "+=", "-=" or ":="; udev drops this rule.',
    ],
    ['ATTR{size=="1"', 'This brace is not closed; udev drops this rule.'],
    [
      'KERNEL==e"\\q", MODE="0"',
      'There is a backslash in this value that begins no escape of C; udev drops this rule.',
    ],
    ['MODE="0" # for all', 'There is no operator behind this key'],
    [
      'MODE="0", \\',
      'This rule goes on in the next line, and the file ends; udev drops this rule. Remove the backslash.',
    ],
    [`ENV{a}="${'x'.repeat(16400)}"`, 'A line here has more than 16383 bytes; udev does not read this file.'],
    [`ENV{a}="${'x'.repeat(9000)}", \\\nENV{b}="${'x'.repeat(9000)}"`, 'This rule has more than 16383 bytes; '],
  ])('%s', (rule, message) => {
    expect(said(PATH, `${rule}${rule.endsWith('\\') ? '' : '\n'}`).join('\n')).toContain(`error: ${message}`);
  });
});

describe('what udev complains of and ignores', () => {
  test.each([
    ['NAME+="a"', 'warning: NAME takes "==", "!=", "=" and ":="; udev reads this "+=" as "=". Write "=".'],
    [
      'ENV{x}="50%"',
      'warning: A percent sign alone is not a substitution; udev complains of this value, and leaves out what follows. Write "%%".',
    ],
    ['ENV{x}="$ENV{A}"', 'warning: "$ENV" is not a substitution; '],
    ['ENV{x}="$env"', 'warning: $env needs the name of a property in braces behind it, as in $env{ID_PATH}; '],
    ['ENV{x}="%c{x}"', 'warning: "x" is not the number of a part of the result, as in %c{2} or %c{2+}; '],
    [
      'ATTR{%}="b"',
      'warning: A percent sign alone is not a substitution; udev does not find an attribute of that name.',
    ],
    ['RUN+=""', 'warning: RUN has an empty value; udev complains of it, and it does nothing.'],
    [
      'OPTIONS+="last_rule", MODE="0"',
      'warning: Unknown option "last_rule"; udev ignores it. Options are link_priority=, ',
    ],
    [
      'OPTIONS+="watch,nowatch", MODE="0"',
      'warning: Unknown option "watch,nowatch"; udev ignores it. Write an OPTIONS for each.',
    ],
    [
      'SUBSYSTEM=="bus", MODE="0"',
      'warning: "bus" stands for "subsystem" here, and udev complains of it. Write "subsystem".',
    ],
    ['ATTRS{device/x}=="a", MODE="0"', 'warning: The kernel may not always have the link "device" of a device; '],
    ['ATTRS{../x}=="a", MODE="0"', 'warning: What "../" leads to may change with the kernel; '],
    [
      'RESULT=="a", PROGRAM=="b"',
      'warning: udev runs this program before it compares RESULT, though RESULT stands first.',
    ],
    ['KERNEL=="sda"', 'warning: This rule has conditions and nothing to do; udev ignores it.'],
    ['OPTIONS="x"', 'warning: This rule has conditions and nothing to do; udev ignores it.'],
    [',', 'warning: This rule is empty; udev ignores it.'],
    ['TAG+="a", TAG+="a"', 'warning: This rule says twice the same of TAG; once is enough.'],
    ['KERNEL=="?*", KERNEL!="", MODE="0"', 'warning: This rule says twice the same of KERNEL; once is enough.'],
    [
      'ENV{a}=="b", ENV{a}=="c", MODE="0"',
      'warning: This contradicts what the rule says of ENV{a} before, so the rule never does anything.',
    ],
    ['KERNEL=="a|b", KERNEL!="b|a", MODE="0"', 'warning: This contradicts what the rule says of KERNEL before'],
    ['KERNEL=="sd*", KERNEL=="hd*", MODE="0"', 'warning: This contradicts what the rule says of KERNEL before'],
    ['GOTO="a", GOTO="b"\nLABEL="a"', 'warning: A rule has one GOTO; udev ignores this GOTO="b", as the first counts.'],
    ['MODE="rw"', 'info: "rw" is not an access mode; udev complains when a device comes, and ignores it.'],
  ])('%s', (rule, message) => {
    expect(said(PATH, `${rule}\n`).join('\n')).toContain(message);
  });
});

test.each([
  [',MODE="0"', 'There is a comma before the first expression of this rule.'],
  ['MODE="0",', 'There is a comma behind the last expression of this rule.'],
  ['MODE="0" TAG+="a"', 'There is no comma between these two expressions.'],
  ['MODE="0",, TAG+="a"', 'There is more than one comma between these two expressions.'],
  ['MODE="0" , TAG+="a"', 'There is a blank before this comma.'],
  ['MODE="0",TAG+="a"', 'There is no blank behind this comma.'],
])('a remark on style: %s', (rule, message) => {
  expect(said(PATH, `${rule}\n`)).toEqual([
    `1 hint: ${message} udev reads it all the same; udevadm verify remarks on it.`,
  ]);
});

describe('by release', () => {
  test.each([
    ['KERNEL==i"a", MODE="0"', 254, 'error'],
    ['KERNEL==i"a", MODE="0"', 257, 'fine'],
    ['IMPORT{builtin}="tpm2_id identify"', 257, 'error'],
    ['IMPORT{builtin}="tpm2_id identify"', 262, 'fine'],
    ['IMPORT{builtin}="kmo load"', 252, 'fine'],
    ['IMPORT{builtin}="kmo load"', 254, 'error'],
    ['OPTIONS="dump", MODE="0"', 257, 'warning'],
    ['OPTIONS="dump", MODE="0"', 262, 'fine'],
    ['ENV{MODALIAS}="x"', 257, 'fine'],
    ['ENV{MODALIAS}="x"', 262, 'error'],
    ['ENV{SYNTH_ARG_X}="x"', 262, 'error'],
    ['SYMLINK-="x"', 252, 'error'],
    ['SYMLINK-="x"', 254, 'fine'],
    ['OWNER=":"', 257, 'warning'],
    ['OWNER=":"', 262, 'error'],
    ['TAG+="a", TAG+="a"', 252, 'info'],
    ['ATTR{a}=="b", ATTR{a}=="c", MODE="0"', 254, 'warning'],
    ['ATTR{a}=="b", ATTR{a}=="c", MODE="0"', 257, 'fine'],
    ['CONST{cvm}=="sev", MODE="0"', 257, 'error'],
    ['CONST{cvm}=="sev", MODE="0"', 262, 'fine'],
  ])('%s in %d: %s', (rule, version, expected) => {
    expect(verdict(rule, version)).toBe(expected);
  });
});

describe('labels', () => {
  test.each([
    ['GOTO="a"\nMODE="0"\nLABEL="a"\n', []],
    ['GOTO="a"\nLABEL="b"\nLABEL="a"\n', ['2 hint: LABEL="b" has no use here: nothing jumps to it.']],
    ['KERNEL=="x", GOTO="a"\n', ['1 error: There is no LABEL="a" below this rule in this file; udev drops this rule.']],
    [
      'LABEL="a"\nMODE="0", GOTO="a"\n',
      [
        '1 hint: LABEL="a" has no use here: nothing jumps to it.',
        '2 error: LABEL="a" stands above; a jump goes down only; udev ignores the jump and does the rest of the rule.',
      ],
    ],
    [
      'GOTO="a"\nLABEL="a"\nLABEL="a"\n',
      ['3 hint: LABEL="a" has no use here: each jump to it goes to another label of this name.'],
    ],
    [
      'GOTO="a", LABEL="a"\nLABEL="a"\n',
      ['1 hint: LABEL="a" has no use here: each jump to it goes to another label of this name.'],
    ],
    [
      'GOTO="a"\nFOO=="x", LABEL="a"\n',
      [
        '1 error: There is no LABEL="a" below this rule in this file; udev drops this rule.',
        '2 error: Unknown key "FOO"; udev drops this rule.',
      ],
    ],
  ])('%j', (text, expected) => {
    expect(said(PATH, text)).toEqual(expected);
  });
});

test('rules of other programs are none of udev', () => {
  expect(said('/etc/audit/rules.d/audit.rules', '-w /etc/passwd -p wa\n')).toEqual([]);
  expect(said('/usr/share/polkit-1/rules.d/50-web.rules', 'polkit.addRule(x)\n')).toEqual([]);
  expect(said('/lib/udev/rules.d/50-web.rules', 'FOO\n')).toHaveLength(1);
});

const piece = fc.constantFrom(
  ...[
    'KERNEL',
    'ENV{a}',
    'ATTR{%k}',
    'RUN',
    'GOTO',
    '==',
    '=',
    '+=',
    '"a"',
    '""',
    '"%k $env{b}"',
    'e"\\x41"',
    'i"b"',
    ', ',
  ],
  ...[',', ' ', '\\\n', '\\', '\n', '# c\n', '\t', '"', '{', '}', '\\\\', '\r\n', '\0', 'é', '$', '%'],
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

test('a joined rule knows where each of its characters stands, and all parts of it lie in order', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const rule = readRule(raw, 262);
      for (let at = 0; at < rule.joined.text.length; at++)
        expect(raw[toSource(rule.joined, at)]).toBe(rule.joined.text[at]);
      let end = 0;
      for (const expression of rule.expressions) {
        const { key, attribute, operator, value } = expression;
        for (const part of [key, ...(attribute ? [attribute] : []), operator, value]) {
          expect(part.start).toBeGreaterThanOrEqual(end);
          end = part.end;
          const { start, end: last } = inSource(rule, part);
          expect(0 <= start && start <= last && last <= raw.length).toBe(true);
        }
      }
      if (rule.fault) expect(rule.fault.start).toBeLessThanOrEqual(rule.fault.end);
    }),
  );
});

test('lines are cut where a rule ends: of all rules only the last may be open', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const rules = cutLines(raw, isContinued).map((line) => joinRule(line.text));
      for (const { fault } of rules.slice(0, -1)) expect(fault).toBeUndefined();
    }),
  );
});

test('substitutions lie in order within their text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'$%{}kenvattrc12+'.split('')) }), (value) => {
      const { found, fault } = readSubstitutions(value);
      let end = 0;
      for (const each of [...found, ...(fault ? [fault] : [])]) {
        expect(end <= each.start && each.start < each.end && each.end <= value.length).toBe(true);
        end = each.end;
      }
    }),
  );
});
