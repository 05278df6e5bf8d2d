import { faultAt } from '../../values/problem.ts';
import { byteLength } from '../../values/resolve.ts';
import type { ValueType } from '../../values/value-type.ts';

/** What says something of the machine and of folders for temporary files; `system_and_tmp_specifier_table`, src/shared/specifier.c. */
const OF_MACHINE = 'aAbBHlmMoqTvVwW';

interface Expanding {
  /** The letters of specifiers. */
  readonly letters?: string;
  /** The bytes of the longest result. */
  readonly limit?: number;
}

const SPECIFIER = /%([0-9A-Za-z%])/g;

/** A type whose values have specifiers: one with another letter costs the line, and what a known one stands for only the machine knows. */
export const withMachineSpecifiers = (type: ValueType, { letters = OF_MACHINE, limit }: Expanding = {}): ValueType => ({
  ...type,
  check(text, context) {
    const found = [...text.matchAll(SPECIFIER)].filter(([, letter]) => letter !== '%');
    const unknown = found.find(([, letter = '']) => !letters.includes(letter));
    if (unknown) {
      return [
        faultAt(
          { start: unknown.index, end: unknown.index + 2 },
          {
            rule: 'specifier-unknown',
            consequence: 'ignored',
            what: `Unknown specifier ${unknown[0]}`,
            remedy: `Write %${unknown[0]} for a plain "${unknown[0]}".`,
            replacement: `%${unknown[0]}`,
          },
        ),
      ];
    }
    if (found.length > 0) return [];
    const plain = text.replaceAll('%%', '%');
    if (limit !== undefined && byteLength(plain) > limit) {
      const what = `This is longer than the ${limit} bytes systemd takes here`;
      return [faultAt({ start: 0, end: text.length }, { rule: 'value-out-of-range', consequence: 'ignored', what })];
    }
    return type.check(text, context);
  },
});
