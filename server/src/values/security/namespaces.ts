import { nearest } from '../../text/edit-distance.ts';
import { parseBoolean } from '../boolean.ts';
import { since } from '../changes.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { completeWord, describeWord, type ListForm, quotingProblem, readList } from '../word-list.ts';

/** The namespaces of namespaces(7) and what each keeps apart. */
const namespaces: Readonly<Record<string, string>> = {
  cgroup: 'control groups',
  ipc: 'System V IPC and POSIX message queues',
  net: 'interfaces, addresses, routes, firewall',
  mnt: 'mounts',
  pid: 'process IDs',
  user: 'user and group IDs, capabilities',
  uts: 'host and domain name',
  time: 'clocks since boot',
};

/** The clocks came last; NEWS of 252. */
const isKnown = (name: string, version: number): boolean =>
  Object.hasOwn(namespaces, name) && (name !== 'time' || since(version, 'namespaces of clocks'));

const FORM: ListForm = { invert: true };

const items: readonly Candidate[] = [
  { label: 'yes', kind: 'keyword', detail: 'all of them' },
  { label: 'no', kind: 'keyword', detail: 'none' },
  ...Object.entries(namespaces).map(([label, detail]): Candidate => ({ label, detail, kind: 'value' })),
];

/** `RestrictNamespaces=` and `DelegateNamespaces=`: a boolean or a list; one bad word costs the line. */
export const namespaceFlags: ValueType = {
  parsers: ['config_parse_namespace_flags', 'config_parse_restrict_namespaces'],
  repeats: 'extends',
  check(text, context) {
    if (text === '' || parseBoolean(text) !== undefined) return [];
    const { words, inverted, fault } = readList(text, FORM);
    if (fault) return [quotingProblem(fault, context)];
    const bad = words.find((word) => !isKnown(word.text, context.version));
    if (bad) return [unknown(bad.text, bad, context)];
    const user = words.find((word) => word.text === 'user');
    if (context.directive.key !== 'DelegateNamespaces' || inverted || !user) return [];
    const what = `The user namespace cannot be delegated by ${nameOf(context)}`;
    return [faultAt(user, { rule: 'value-invalid', consequence: 'ignored', what })];
  },
  complete: (text, offset, { directive }) =>
    completeWord(
      text,
      offset,
      FORM,
      directive.key === 'DelegateNamespaces' ? items.filter(({ label }) => label !== 'user') : items,
    ),
  describe(text, offset, context) {
    const value = parseBoolean(text);
    const restricts = context.directive.key === 'RestrictNamespaces';
    if (value !== undefined) {
      const can = value === restricts ? 'no namespace' : 'every kind of namespace';
      return {
        ...whole(text),
        markdown: restricts
          ? `Processes may create or enter ${can}.`
          : `The service is given ${value ? 'every kind of namespace but user' : 'no namespace'} of its own.`,
      };
    }
    return describeWord(
      text,
      offset,
      FORM,
      (word) => namespaces[word] && `Namespace **${word}**: keeps apart ${namespaces[word]}.`,
    );
  },
};

function unknown(name: string, at: { start: number; end: number }, context: ValueContext): ValueProblem {
  const guess = name === 'mount' ? 'mnt' : name === 'network' ? 'net' : nearest(name, Object.keys(namespaces));
  const known = Object.keys(namespaces).join(', ');
  return faultAt(at, {
    rule: 'value-invalid',
    consequence: 'ignored',
    what: `Unknown namespace ${quoted(name)} for ${nameOf(context)}`,
    remedy: guess ? `Did you mean ${guess}?` : `Write yes, no or some of ${known}, with spaces between.`,
    replacement: guess,
  });
}
