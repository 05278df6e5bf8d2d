import { codeSpan } from '../../text/markdown.ts';
import { boolean, parseBoolean } from '../boolean.ts';
import { machineWord } from '../conditions/machine-words.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { expandSpecifiers } from '../specifiers.ts';
import type { ValueType } from '../value-type.ts';

/** systemd.exec(5), ProtectHostname= since 258: a boolean or `private`, and a host name after a colon; the empty value is the default. */
export const protectHostname: ValueType = {
  parsers: ['config_parse_protect_hostname'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const colon = text.indexOf(':');
    const mode = colon < 0 ? text : text.slice(0, colon);
    const value = mode === 'private' ? true : parseBoolean(mode);
    const common = { rule: 'value-invalid', consequence: 'ignored' } as const;
    if (value === undefined) {
      const what = `${nameOf(context)} takes yes, no or private, not ${quoted(mode)}`;
      return [faultAt({ start: 0, end: mode.length }, { ...common, what })];
    }
    if (colon < 0) return [];
    const at = { start: colon + 1, end: text.length };
    if (!value)
      return [faultAt(whole(text), { ...common, what: `${nameOf(context)}${mode} leaves no host name to set` })];
    const expansion = expandSpecifiers(text.slice(colon + 1), context);
    const [unknown] = expansion.unknown;
    if (unknown) {
      const what = `%${unknown.letter} is not a specifier of systemd ${context.version}`;
      return [
        faultAt(
          { start: at.start + unknown.start, end: at.start + unknown.end },
          { ...common, rule: 'specifier-unknown', what },
        ),
      ];
    }
    if (isHostname(expansion.text)) return [];
    return [faultAt(at, { ...common, what: `${quoted(text.slice(colon + 1))} is not a host name` })];
  },
  complete(text, offset, context) {
    const base = boolean.complete?.(text, offset, context);
    return (
      base && {
        ...base,
        items: [...base.items, { label: 'private', kind: 'keyword', detail: 'its own host name, which it may change' }],
      }
    );
  },
  describe(text) {
    const [mode = '', name] = text.split(':', 2);
    const isOn = parseBoolean(mode);
    if (mode !== 'private' && isOn === undefined) return undefined;
    if (isOn === false) return { ...whole(text), markdown: 'The host name of the machine, which the unit may change.' };
    const start = name ? `The host name ${codeSpan(name)}` : 'A host name of its own';
    const change = mode === 'private' ? 'which it may change for itself' : 'which it cannot change';
    return { ...whole(text), markdown: `${start}, ${change}.`, manualValue: mode };
  },
};

/** `hostname_is_valid()` of src/basic/hostname-util.c: letters, digits and inner dashes between single dots; 64 at most. */
const isHostname = (name: string): boolean =>
  name.length <= 64 && name.split('.').every((label) => /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label));

const here = ['x86-64', 'x86'];
const elsewhere =
  'arm64 arm ppc64 ppc64-le ppc s390x s390 mips64 mips mips64-le mips-le parisc64 parisc sparc64 sparc loongarch64 riscv64'.split(
    ' ',
  );

/** systemd.exec(5), Personality=: the machine's own architecture or its 32-bit half. */
export const personality: ValueType = {
  parsers: ['config_parse_personality'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '' || here.includes(text)) return [];
    if (elsewhere.includes(text)) {
      const what = `${nameOf(context)} names another architecture than x86, so only such a machine takes the line`;
      return [{ ...whole(text), rule: 'value-ineffective', severity: 'info', message: `${what}; others ignore it.` }];
    }
    const guess = /^(amd64|x86_64)$/i.test(text) ? 'x86-64' : /^i[3-6]86$/i.test(text) ? 'x86' : undefined;
    const remedy = guess ? `Did you mean ${guess}?` : 'Write x86-64 or x86.';
    const what = `Unknown architecture ${quoted(text)} for ${nameOf(context)}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what, remedy, replacement: guess })];
  },
  complete: (text) => ({
    ...whole(text),
    items: [
      { label: 'x86-64', kind: 'keyword', detail: 'the 64-bit machine' },
      { label: 'x86', kind: 'keyword', detail: 'a 32-bit machine' },
    ],
  }),
  describe(text) {
    const meaning = [...here, ...elsewhere].includes(text) && machineWord('ConditionArchitecture', text);
    return meaning
      ? { ...whole(text), markdown: `uname(2) reports ${meaning} to the unit.`, manualValue: text }
      : undefined;
  },
};
