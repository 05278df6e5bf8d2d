import { atAssignment, removal } from '../../../engine/finding-place.ts';
import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { FileRule, Report } from '../../../engine/rule.ts';
import { listWords } from '../../../values/problem.ts';
import { COMMON_SECTIONS, type DeviceKind, deviceKinds, kindMade } from '../device-kinds.ts';
import { refusalOf } from './device-needs.ts';

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
    const made = kindMade(tree, file.version);
    const name = lastName(file);
    const missing = [...(name ? [] : ['Name']), ...(made ? [] : ['Kind'])];
    if (!made || missing.length > 0) {
      const keys = missing.map((key) => `${key}=`).join(' and ');
      const message = `There is no ${keys} in [NetDev]; systemd-networkd ignores the whole file. Write ${missing.map((key) => EXAMPLES[key]).join(' and ')}.`;
      return report({ ...place, severity: 'error', message, section: 'NetDev' });
    }
    const need = refusalOf(made.name, file);
    if (need) {
      const own = tree.sections.find(({ name }) => name === need.section)?.header.nameSpan ?? place;
      report({ ...own, severity: 'error', ...need });
    }
    reportKinds(file, made, report);
    reportForeign(file, made, report);
  },
};

/** The first Kind= counts. */
function reportKinds({ assignments }: JudgedFile, { name }: DeviceKind, report: Report): void {
  for (const assignment of assignments) {
    const { section, node, accepted } = assignment;
    if (section !== 'NetDev' || node.key !== 'Kind' || !accepted || node.value.text === name) continue;
    const message = `Kind= is ${name} already, and the first one counts; systemd-networkd ignores this line. Take one of them out.`;
    report({ ...atAssignment(assignment), severity: 'warning', message, fixes: [removal(assignment)] });
  }
}

/** Of sections of other kinds networkd reads nothing. */
function reportForeign({ sections, schema, source, version }: JudgedFile, made: DeviceKind, report: Report): void {
  const { identity } = source;
  const isOfOthers = (name: string): boolean =>
    schema.sectionsOf(identity).includes(name) && schema.firstRelease!(name, identity) <= version;
  for (const { section, status } of sections) {
    const { name } = section;
    if (status !== 'unknown' || !isOfOthers(name)) continue;
    const own = [...COMMON_SECTIONS, ...made.sections].map(bracketed);
    const here = made.sections.length > 0 ? `has ${listWords(own, 'and')}` : 'has no section of its own';
    const kinds = deviceKinds.filter((kind) => kind.sections.includes(name)).map((kind) => kind.name);
    report({
      ...section.header.nameSpan,
      severity: 'warning',
      message: `[${name}] goes with Kind=${listWords(kinds)}, not with Kind=${made.name}; systemd-networkd ignores everything in it. A device of this kind ${here}.`,
      section: name,
    });
  }
}

const EXAMPLES: Readonly<Record<string, string>> = { Name: 'Name=br0', Kind: 'Kind=bridge' };
const bracketed = (name: string): string => `[${name}]`;

/** The last Name= counts. */
function lastName({ assignments }: JudgedFile): string | undefined {
  const found = assignments.filter(
    ({ section, node, accepted, directive }) => section === 'NetDev' && directive && accepted && node.key === 'Name',
  );
  return found.at(-1)?.node.value.text || undefined;
}
