import type { JudgedAssignment, JudgedFile } from '../../engine/judged-file.ts';
import type { AssignmentRule } from '../../engine/rule.ts';
import { placeName } from '../../engine/schema.ts';
import { asUnitFile } from '../../schema/file-kind.ts';
import { sectionsOf, type UnitKind, unitKinds } from '../../schema/kinds.ts';
import { nearest } from '../../text/edit-distance.ts';
import { sectionsWith } from '../../units/unit-directives.ts';
import { listWords } from '../../values/problem.ts';

export const directiveUnknown: AssignmentRule = {
  id: 'directive-unknown',
  scope: 'assignment',
  docs: {
    what: 'A directive that does not exist in any section of this kind of unit.',
    severities: ['warning'],
    why: 'systemd ignores the line. Names are case sensitive; those for other programs start with X-.',
    bad: '[Service]\nExecStrat=/bin/true',
    good: '[Service]\nExecStart=/bin/true',
    manual: ['systemd.directives(7)'],
  },
  check(assignment, report, file) {
    if (!isUnknown(assignment)) return;
    const { key, keySpan } = assignment.node;
    if (homesOf(key, file).length > 0 || file.directives.eras(assignment.section, key).length > 0) return;
    const outline = { ...keySpan, severity: 'warning' } as const;
    report.lazily(outline, () => {
      const isForeign = asUnitFile(file.source.identity) !== undefined && foreignKinds(key).length > 0;
      const guess = isForeign ? undefined : nearestKey(key, assignment.section, file);
      const advice = guess ? ` Did you mean ${guess}=?` : isForeign ? foreignHome(key, file) : '';
      return {
        ...outline,
        message: `Unknown directive ${key}= in ${placeName(assignment.section, file.schema, file.source.identity)}; systemd ignores this line.${advice}`,
        section: assignment.section,
        key,
        fixes: guess ? [{ title: `Change to ${guess}=`, edits: [{ ...keySpan, text: guess }], preferred: true }] : [],
      };
    });
  },
};

/** The directive that was meant, by one of today's names: nobody is led to what is obsolete. */
export function nearestKey(key: string, section: string, file: JudgedFile): string | undefined {
  const place = `${placeOf(section, file)} ${key}`;
  const known = guesses.get(place);
  if (known !== undefined) return known || undefined;
  const guess = nearest(key, documented(section, file));
  if (guesses.size >= MOST_GUESSES) guesses.clear();
  guesses.set(place, guess ?? '');
  return guess;
}

/** A misspelt key is looked at again with every keystroke elsewhere. */
const guesses = new Map<string, string>();
const MOST_GUESSES = 5000;

/** The kinds of units whose own section has the key. */
export const foreignKinds = (key: string): UnitKind[] => {
  const sections = sectionsWith(key).filter((name) => name !== 'Unit' && name !== 'Install');
  return unitKinds.filter((kind) => sectionsOf(kind).some((name) => sections.includes(name)));
};

/** `OnCalendar=` in a service: where it belongs. */
function foreignHome(key: string, { source }: JudgedFile): string {
  const [kind, ...more] = foreignKinds(key);
  if (!kind) return '';
  if (more.length > 0) return ` ${key}= is a setting of ${listWords([kind, ...more], 'and')} units.`;
  const section = sectionsOf(kind).find((name) => sectionsWith(key).includes(name));
  const unit = source.identity.unit?.prefix;
  return ` ${key}= belongs in [${section}] of a .${kind} unit${unit ? `, such as ${unit}.${kind}` : ''}.`;
}

const names = new Map<string, readonly string[]>();

const placeOf = (section: string, { source: { identity }, version }: JudgedFile): string =>
  `${identity.dialect} ${identity.kind} ${version} ${section}`;

function documented(section: string, file: JudgedFile): readonly string[] {
  const place = placeOf(section, file);
  const known = names.get(place);
  if (known) return known;
  const found = file.directives.of(section, file.version).flatMap(({ page, key }) => (page === '' ? [] : [key]));
  if (found.length > 0) names.set(place, found);
  return found;
}

/** Whether the target version does not know the key in this section. */
export const isUnknown = ({ directive, node }: JudgedAssignment): boolean => !directive && !node.key.startsWith('X-');

/** The sections of this kind of file that know the key in some version. */
export const homesOf = (key: string, file: JudgedFile): string[] =>
  file.directives.sectionsWith(key).filter((name) => file.schema.sectionsOf(file.source.identity).includes(name));
