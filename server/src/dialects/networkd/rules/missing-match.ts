import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { FileRule } from '../../../engine/rule.ts';

/** What one writes to match all interfaces. */
const everything: Readonly<Record<string, string>> = { network: 'Name=*', link: 'OriginalName=*' };

/** `net_match_is_empty()` and its callers; systemd.network(5), systemd.link(5), "[Match] section options". */
export const missingMatch: FileRule = {
  id: 'match-missing',
  scope: 'file',
  docs: {
    what: 'A .network or .link file that does not say which interfaces it is for.',
    severities: ['error'],
    why: 'systemd ignores a file without any setting in its [Match] section, so that nothing in it takes effect. Name=* matches every interface; in a .link file it is OriginalName=*.',
    bad: '[Network]\nDHCP=yes',
    good: '[Match]\nName=en*\n[Network]\nDHCP=yes',
    manual: ['systemd.network(5)', 'systemd.link(5)'],
  },
  check(file, report) {
    const { identity, tree } = file.source;
    const all = everything[identity.kind];
    if (all === undefined || identity.role === 'drop-in' || identity.isSource || matches(file)) return;
    const header = tree.sections.find(({ name }) => name === 'Match')?.header;
    const span = header?.nameSpan ?? firstLine(tree.text);
    const insert = header
      ? { ...after(header.span.end), text: `${all}\n` }
      : { ...after(0), text: `[Match]\n${all}\n\n` };
    report({
      ...span,
      severity: 'error',
      message: `${header ? 'There is no setting in [Match]' : 'There is no [Match] section'}; systemd ignores the whole file. Say there which interfaces it is for; ${all} matches all of them.`,
      section: 'Match',
      fixes: [{ title: `Write ${all} in [Match]`, edits: [insert] }],
    });
  },
};

const after = (at: number) => ({ start: at, end: at });

/** Whether something in [Match] is in force: an empty value takes back what was said above it. */
function matches({ sections }: JudgedFile): boolean {
  const set = new Map<string, boolean>();
  for (const { section, assignments } of sections) {
    if (section.name !== 'Match') continue;
    for (const { node, accepted, directive } of assignments)
      if (directive && accepted) set.set(node.key, node.value.text !== '');
  }
  return [...set.values()].includes(true);
}

function firstLine(text: string): { start: number; end: number } {
  const end = text.search(/[\r\n]/);
  return { start: 0, end: end < 0 ? text.length : end };
}
