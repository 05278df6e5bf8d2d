import { readWords } from '../../syntax/words.ts';
import { type Clauses, code, isPattern } from './clause.ts';

const isOrMatches = (text: string): string => `${isPattern(text) ? 'matches' : 'is'} ${code(text)}`;

function host(text: string): string {
  const isId = /^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i.test(text);
  return `the ${isId ? 'machine ID, the boot ID or the product UUID of the firmware' : 'hostname'} ${isOrMatches(text)}`;
}

function commandLine(text: string): string {
  return text.includes('=')
    ? `${code(text)} is on the kernel command line, exactly so`
    : `${code(text)} is on the kernel command line, by itself or with a value (${code(`${text}=…`)})`;
}

function environment(text: string): string {
  const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(text)!;
  const variable = `the service manager's own environment has the variable ${code(name)}`;
  return value === undefined ? variable : `${variable} with the value ${code(value)}`;
}

function user(text: string): string {
  if (text === '@system') return 'the service manager runs as a system user';
  return `the service manager runs as user ${code(text)} (the system manager always runs as root)`;
}

const OS_RELEASE: Readonly<Record<string, string>> = {
  '=': 'is',
  '==': 'is',
  '!=': 'is not',
  '<>': 'is not',
  '<': 'is before',
  '<=': 'is at most',
  '>=': 'is at least',
  '>': 'is after',
  '$=': 'matches',
  '!$=': 'does not match',
};

function osRelease(text: string): string | undefined {
  const tests = readWords(text, { unquote: true }).words.map((word) => {
    const [, key = '', operator = '', value = ''] = /^(\w+)\s*(!?\$=|[<>!=]=|<>|[<>=])\s*(.*)$/s.exec(word.text) ?? [];
    return key && `${code(key)} ${OS_RELEASE[operator]} ${value === '' ? 'empty' : code(value)}`;
  });
  if (tests.length === 0 || tests.includes('')) return undefined;
  return `in \`/etc/os-release\` ${tests.join(' and ')}`;
}

function fraction(text: string): string | undefined {
  const [, tag, percent] = /^(?:(\S+)\s+)?(\d+(?:\.\d{1,2})?%)$/.exec(text) ?? [];
  if (percent === undefined) return undefined;
  return `this machine is among the ${percent} that its machine ID picks${tag ? ` for ${code(tag)}` : ''}`;
}

/** Conditions that look for a word. */
export const matchClauses: Clauses = {
  ConditionHost: host,
  ConditionMachineTag: (tag) => `one of the machine's tags ${isOrMatches(tag)}`,
  ConditionKernelCommandLine: commandLine,
  ConditionEnvironment: environment,
  ConditionCredential: (name) => `a credential named ${code(name)} was passed to the service manager`,
  ConditionUser: user,
  ConditionGroup: (group) => `the service manager belongs to the group ${code(group)}`,
  ConditionOSRelease: osRelease,
  ConditionFraction: fraction,
};
