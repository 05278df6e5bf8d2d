import { readWords } from '../../../syntax/words.ts';
import { enumeration } from '../../../values/basic/enumeration.ts';
import { logLevels } from '../../../values/basic/log-words.ts';
import { since } from '../../../values/changes.ts';
import { environment } from '../../../values/exec/environment-variables.ts';
import { cpuSet } from '../../../values/numbers/cpu-sets.ts';
import { faultAt, nameOf, quoted, whole } from '../../../values/problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';

/** What systemd-system.conf(5), "Specifiers", has: of the machine, and since systemd 253 of the manager's user. */
const OF_MACHINE = 'aAbBHlmMoqTvVwW';
const OF_USER = 'gGhsuU';

/** DefaultEnvironment= and ManagerEnvironment=: as Environment= of services, with fewer specifiers. */
const managerEnvironment: ValueType = {
  ...environment,
  check(text, context) {
    const known = OF_MACHINE + (since(context.version, 'specifiers of the user in system.conf') ? OF_USER : '');
    const unknown = [...text.matchAll(/%([0-9A-Za-z%])/g)].filter(
      ([, letter = '']) => letter !== '%' && !known.includes(letter),
    );
    const { words } = readWords(text, { unquote: true, cunescape: true, version: context.version });
    if (unknown.length === 0) return environment.check(text, context);
    return unknown.map(({ index, 0: name }) =>
      faultAt(
        { start: index, end: index + 2 },
        {
          rule: 'specifier-unknown',
          consequence: words.length > 1 ? 'entry' : 'ignored',
          what: `The specifier ${name} cannot stand in ${nameOf(context)}`,
          remedy: `Write %${name} for a plain ${quoted(name)}.`,
          replacement: `%${name}`,
        },
      ),
    );
  },
};

const plainLevel = enumeration({ parsers: [], words: logLevels, numbers: (value) => value <= 7 });
const LEVEL_TARGETS = ['console', 'journal', 'kmsg', 'syslog'];

/** LogLevel=: a level; since systemd 256 also a level for each target. */
const logLevel: ValueType = {
  ...plainLevel,
  parsers: ['config_parse_level2'],
  check(text, context) {
    if (!since(context.version, 'log levels by target')) return plainLevel.check(text, context);
    const wrong = text
      .split(',')
      .map((part) => part.split(':'))
      .flatMap(([first = '', second, third]) => {
        if (second === undefined) return first === '' ? [] : plainLevel.check(first, context);
        if (third !== undefined || !LEVEL_TARGETS.includes(first)) return [unknownTarget(first, context)];
        return plainLevel.check(second, context);
      });
    return wrong.slice(0, 1).map((fault) => ({
      ...fault,
      ...whole(text),
      replacement: text.includes(',') || text.includes(':') ? undefined : fault.replacement,
    }));
  },
};

function unknownTarget(target: string, context: ValueContext): ValueProblem {
  const what = `${nameOf(context)} takes levels for ${LEVEL_TARGETS.join(', ')}, not for ${quoted(target)}`;
  return faultAt(whole(target), {
    rule: 'value-invalid',
    consequence: 'ignored',
    what,
    remedy: 'Write TARGET:LEVEL, like console:info.',
  });
}

const affinity = { noun: 'CPUs', specifiers: 'never' } as const;

export const managerValues: readonly ValueType[] = [
  { ...managerEnvironment, parsers: ['config_parse_environ'] },
  logLevel,
  cpuSet({ ...affinity, parsers: ['config_parse_cpu_affinity2', 'config_parse_cpu_set'] }),
  cpuSet({
    parsers: ['config_parse_numa_mask'],
    specifiers: 'never',
    noun: 'nodes',
    words: [{ word: 'all', what: 'every node of the machine' }],
  }),
];
