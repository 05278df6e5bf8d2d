import { readWords } from '../../syntax/words.ts';
import { formatSize, parseSize } from '../numbers/sizes.ts';
import { type Clause, type Clauses, code } from './clause.ts';

const OPERATOR = /^(!?\$=|[<>!=]=|<>|[<>=])?\s*(.*)$/s;

const AMOUNTS: Readonly<Record<string, string>> = {
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  '==': 'exactly',
  '!=': 'anything but',
  '<>': 'anything but',
  '>=': 'at least',
  '>': 'more than',
};

const VERSIONS: Readonly<Record<string, string>> = {
  ...AMOUNTS,
  '<': 'older than',
  '>': 'newer than',
  '$=': 'of the pattern',
  '!$=': 'not of the pattern',
};

/** Without an operator, at least so much is asked for. */
function amount(text: string, describe: (value: string) => string | undefined): string | undefined {
  const [, operator = '>=', value = ''] = OPERATOR.exec(text)!;
  const told = describe(value.trim());
  return told && AMOUNTS[operator] && `${AMOUNTS[operator]} ${told}`;
}

function memory(text: string): string | undefined {
  const told = amount(text, (value) => {
    const bytes = parseSize(value);
    return typeof bytes === 'bigint' ? formatSize(bytes) : undefined;
  });
  return told && `the machine, or the container, has ${told} of memory`;
}

function cpus(text: string): string | undefined {
  const told = amount(text, (value) => (/^\d+$/.test(value) ? `${value} CPU${value === '1' ? '' : 's'}` : undefined));
  return told && `the service manager may use ${told}`;
}

/** Expressions, an operator that stands alone belonging to the word behind it. */
function expressions(text: string): string[] {
  const words = readWords(text, { unquote: true }).words.map((word) => word.text);
  const joined: string[] = [];
  for (const word of words) {
    if (/^[<>!=$]+$/.test(joined.at(-1) ?? '')) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
  }
  return joined;
}

function version(text: string): string | undefined {
  const [first = '', ...rest] = expressions(text);
  const isNamed = ['kernel', 'systemd', 'glibc'].includes(first);
  const tests = (isNamed ? rest : [first, ...rest]).map((expression) => {
    const [, operator = '$=', value = ''] = OPERATOR.exec(expression)!;
    return VERSIONS[operator] && value !== '' ? `${VERSIONS[operator]} ${code(value)}` : undefined;
  });
  if (tests.length === 0 || tests.includes(undefined)) return undefined;
  return `the version of ${isNamed && first !== 'kernel' ? first : 'the kernel'} is ${tests.join(' and ')}`;
}

/** `10%/1min`, or `user.slice:10%`. */
const pressure =
  (of: string): Clause =>
  (text) => {
    const [, slice, percent, time = '5min'] = /^(?:([^:]+):)?\s*([\d.]+%)(?:\/(\w+))?$/.exec(text) ?? [];
    if (percent === undefined) return undefined;
    const where = slice ? ` in ${code(slice)}` : '';
    return `the pressure on ${of}${where} was at or below ${percent} over the last ${time}`;
  };

/** Conditions that compare. */
export const comparisonClauses: Clauses = {
  ConditionMemory: memory,
  ConditionCPUs: cpus,
  ConditionVersion: version,
  ConditionKernelVersion: version,
  ConditionMemoryPressure: pressure('memory'),
  ConditionCPUPressure: pressure('the CPUs'),
  ConditionIOPressure: pressure('input and output'),
};
