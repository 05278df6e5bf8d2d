import { netdevSections } from '../../../server/src/schema/generated/program-files.ts';
import { rowsOf } from '../../../server/src/schema/rows.ts';

interface Question {
  readonly kind: string;
  readonly section: string;
  /** One line. */
  readonly assignment: string;
}

/** A file that says no more than it has to, with the assignment in its last line; `@NAME@` is a name nobody else has. */
export function textAround({ kind, section, assignment }: Question): string {
  return `${headOf(kind, section)}[${section}]\n${assignment}`;
}

/** What a file with such a section has to have before it. */
export function headOf(kind: string, section: string): string {
  if (kind === 'network') return section === 'Match' ? '' : '[Match]\nName=@NAME@\n';
  if (kind === 'link') return section === 'Match' ? '' : '[Match]\nOriginalName=@NAME@\n';
  return kind === 'netdev' ? `[NetDev]\nName=@NAME@\nKind=${deviceWith(section)}\n` : '';
}

/** A kind of device that has the section. */
const deviceWith = (section: string): string =>
  rowsOf(netdevSections).find(([, sections = '']) => sections.split(' ').includes(section))?.[0] ?? 'dummy';
