import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { FileRule } from '../../../engine/rule.ts';
import { netdevSections } from '../../../schema/generated/program-files.ts';
import { rowsOf } from '../../../schema/rows.ts';
import { listWords } from '../../../values/problem.ts';
import { refusalOf } from './device-needs.ts';

/** The sections that go with a kind of device. */
const sectionsByKind: ReadonlyMap<string, readonly string[]> = new Map(
  rowsOf(netdevSections).map(([kind = '', sections = '']) => [kind, sections.split(' ').filter(Boolean)]),
);

/** Whatever the device is. */
const COMMON = ['Match', 'NetDev'];

/** systemd.netdev(5), "Supported netdev kinds"; `netdev_load_one()` of src/network/netdev/netdev.c. */
export const devices: FileRule = {
  id: 'netdev-incomplete',
  scope: 'file',
  docs: {
    what: 'A .netdev file without Name= or Kind=, without what a device of its kind needs, or with a section that goes with another kind.',
    severities: ['error', 'warning'],
    why: 'systemd-networkd makes no device that has no name or kind: it ignores the whole file. Of the sections it reads [Match], [NetDev] and those of the kind; all else is unknown to it.',
    bad: '[NetDev]\nName=br0\nKind=bridge\n\n[Bond]\nMode=802.3ad',
    good: '[NetDev]\nName=bond0\nKind=bond\n\n[Bond]\nMode=802.3ad',
    manual: ['systemd.netdev(5)'],
  },
  check(file, report) {
    const { identity, tree } = file.source;
    if (identity.kind !== 'netdev' || identity.role === 'drop-in' || identity.isSource) return;
    const [header] = tree.sections.filter(({ name }) => name === 'NetDev').map((section) => section.header);
    const place = header?.nameSpan ?? { start: 0, end: Math.max(0, tree.text.search(/\n|$/)) };
    const missing = ['Name', 'Kind'].filter((key) => !inForce(file, key));
    if (missing.length > 0) {
      const keys = missing.map((key) => `${key}=`).join(' and ');
      const message = `There is no ${keys} in [NetDev]; systemd-networkd ignores the whole file. Write ${missing.map((key) => EXAMPLES[key]).join(' and ')}.`;
      return report({ ...place, severity: 'error', message, section: 'NetDev' });
    }
    const kind = inForce(file, 'Kind')!;
    const need = refusalOf(kind, file);
    if (need) {
      const own = tree.sections.find(({ name }) => name === need.section)?.header.nameSpan ?? place;
      report({ ...own, severity: 'error', ...need });
    }
    const own = sectionsByKind.get(kind);
    if (!own) return;
    for (const { section, status } of file.sections) {
      if (status !== 'known' || COMMON.includes(section.name) || own.includes(section.name)) continue;
      const here =
        own.length > 0 ? `has ${listWords([...COMMON, ...own].map(bracketed), 'and')}` : 'has no section of its own';
      const kinds = [...sectionsByKind].filter(([, sections]) => sections.includes(section.name)).map(([name]) => name);
      report({
        ...section.header.nameSpan,
        severity: 'warning',
        message: `[${section.name}] goes with Kind=${listWords(kinds)}, not with Kind=${kind}; systemd-networkd ignores everything in it. A device of this kind ${here}.`,
        section: section.name,
      });
    }
  },
};

const EXAMPLES: Readonly<Record<string, string>> = { Name: 'Name=br0', Kind: 'Kind=bridge' };
const bracketed = (name: string): string => `[${name}]`;

/** The value of a key of [NetDev]; the first that is accepted counts, as the table of the program has it. */
function inForce({ sections }: JudgedFile, key: string): string | undefined {
  const found = sections
    .filter(({ section }) => section.name === 'NetDev')
    .flatMap(({ assignments }) => assignments)
    .filter(({ node, accepted, directive }) => directive && accepted && node.key === key);
  return found.at(-1)?.node.value.text || undefined;
}
