import type { FileRule, Finding } from '../../../engine/rule.ts';
import { NEWEST_PODMAN, podmanName } from '../../../schema/podman.ts';
import { nearest } from '../../../text/edit-distance.ts';
import type { Span } from '../../../text/span.ts';
import { type QuadletKind, sectionOfKind } from '../generator/names.ts';
import { isFault, parseQuadlet } from '../generator/parse.ts';
import { linesOf } from '../generator/unit-text.ts';
import { allQuadletKeys, isKnownKey } from '../keys.ts';
import { keySpan } from './lines.ts';
import { quadletRulePages } from './pages.ts';

/** `checkForUnknownKeys()`: in the section of the kind, and in [Quadlet]. */
export const quadletKeyUnknown: FileRule = {
  ...quadletRulePages.unknownKey,
  scope: 'file',
  check(file, report) {
    const { path, tree, identity } = file.source;
    const read = parseQuadlet(path, tree.text);
    if (isFault(read)) return;
    for (const section of [sectionOfKind(identity.kind as QuadletKind), 'Quadlet']) {
      for (const { key, origins } of linesOf(read, section)) {
        if (key === undefined || isKnownKey(section, key, NEWEST_PODMAN)) continue;
        const outline = { ...keySpan(file, origins[0]!.line), severity: 'error' } as const;
        report.lazily(outline, () => ({ ...outline, section, key, ...told(key, section, outline, identity.role) }));
      }
    }
  },
};

/** What is said of a key, and the key that was meant. */
function told(
  key: string,
  section: string,
  { start, end }: Span,
  role: 'fragment' | 'drop-in',
): Pick<Finding, 'message' | 'fixes'> {
  const guess = nearest(key, keysOf(section));
  const whose = role === 'drop-in' ? 'the file this drop-in belongs to' : 'this file';
  const advice = guess ? ` Did you mean ${guess}=?` : homeOf(key);
  return {
    message: `Podman ${podmanName(NEWEST_PODMAN)} does not have ${key}= in [${section}]; it does not generate a service from ${whose}.${advice}`,
    fixes: guess ? [{ title: `Change to ${guess}=`, edits: [{ start, end, text: guess }], preferred: true }] : [],
  };
}

const keysOf = (section: string): string[] =>
  allQuadletKeys().flatMap((known) => (known.section === section ? [known.key] : []));

/** Where a key belongs that another kind has. */
function homeOf(key: string): string {
  const homes = allQuadletKeys().flatMap((known) => (known.key === key ? [`[${known.section}]`] : []));
  return homes.length === 0 ? '' : ` It belongs in ${homes.join(' or ')}.`;
}
