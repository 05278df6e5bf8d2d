import { machineWord } from '../conditions/machine-words.ts';
import { faultAt, quoted } from '../consequence.ts';
import { nameOf, whole } from '../problem.ts';
import type { ValueType } from '../value-type.ts';

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
      ? { ...whole(text), markdown: `uname(2) tells the unit of ${meaning}.`, manualValue: text }
      : undefined;
  },
};
