import { isSectionless, type Schema } from '../../engine/schema.ts';
import type { FileIdentity } from '../../schema/file-identity.ts';
import { asUnitFile } from '../../schema/file-kind.ts';
import { kindOfSection } from '../../schema/kinds.ts';
import { OLDEST_VERSION } from '../../schema/versions.ts';
import { nearest } from '../../text/edit-distance.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { availability, availableInWords } from '../availability.ts';
import type { Environment } from '../environment.ts';
import { withManual } from '../manual-text.ts';

/** What each section is for, in one sentence. */
const purposes: Readonly<Record<string, string>> = {
  Unit: 'What this unit is, and which other units it needs, comes after or goes before.',
  Install: 'What `systemctl enable` does with this unit; without it the unit has nothing to enable.',
  Service: 'The program: how it is started, stopped and started again, and what it may do.',
  Socket: 'Where systemd listens, so that the service starts when someone connects.',
  Timer: 'When the service is started.',
  Path: 'Which files and folders are watched, so that the service starts when they change.',
  Mount: 'What is mounted, and where.',
  Automount: 'Where a file system is mounted as soon as someone looks there.',
  Swap: 'The device or file that takes what does not fit into memory.',
  Slice: 'What all the units in this slice may use together.',
  Scope: 'What processes that systemd did not start itself may use together.',
};

interface About {
  readonly schema: Schema;
  readonly identity: FileIdentity;
  /** Of the target. */
  readonly version: number;
  /** What there is to say of this very file, as Markdown. */
  readonly own?: string | undefined;
}

/** A section: what it is for, then the manual; for one that systemd does not read here, what was meant. */
export function sectionMarkdown(
  name: string,
  { schema, identity, version, own: about }: About,
  environment: Environment,
): string | undefined {
  const head = `**[${escapeMarkdown(name)}]**`;
  const known = schema.sectionsOf(identity);
  const file = schema.nameOf(identity);
  if (isSectionless(schema, identity))
    return `${head}\n\n${file} has no sections; systemd ignores everything below this line.`;
  if (name.startsWith('X-'))
    return `${head}\n\nSections that begin with \`X-\` are for other programs; systemd ignores them.`;
  if (known.includes(name)) {
    const own = schema.purposeOf?.(name) ?? (Object.hasOwn(purposes, name) ? purposes[name] : undefined);
    const purpose = own ?? `${file} has no settings of its own here.`;
    const age = ageOf(schema.firstRelease?.(name, identity) ?? 0, version, environment);
    const told = [head, purpose, age, about].filter(Boolean).join('\n\n');
    return withManual(told, environment.manual?.section(identity.kind, name), environment);
  }
  const other = asUnitFile(identity) && kindOfSection(name);
  const meant = other ?? nearest(name, known);
  if (meant === undefined) return undefined;
  const where = other ? `It belongs in a ${other} unit.` : `Did you mean [${meant}]?`;
  return `${head}\n\n${file} has no such section; systemd ignores it. ${where}`;
}

/** Since when the section is read, where that is known. */
function ageOf(first: number, version: number, { targets }: Environment): string {
  const some = availability(targets, (release) => first <= release);
  if (some) return availableInWords(some);
  if (first <= OLDEST_VERSION) return '';
  const isMissing = first > version ? ` The target is systemd ${version}, which ignores it.` : '';
  return `Since systemd ${first}.${isMissing}`;
}
