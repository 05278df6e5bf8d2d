import { contextOf } from '../../engine/judged-file.ts';
import { successorOf } from '../../schema/legacy.ts';
import { NEWEST_PODMAN, podmanName } from '../../schema/podman.ts';
import type { Target } from '../../schema/targets.ts';
import { commonness } from '../../schema/usage.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import type { AssignmentNode, Part } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { isRemoved, isScalar } from '../../values/traits.ts';
import type { Directive } from '../../values/value-type.ts';
import { availability, availableInShort, podmanAvailability } from '../availability.ts';
import type { Document } from '../document.ts';
import { formOf, wordsOf } from '../value-form.ts';
import type { CompletionItem } from './completion-item.ts';

/** Common directives have the ranks before `unset`, in their order. */
const RANK = { common: 20, unset: 50, set: 60, notForAll: 65, tooNew: 70, removed: 80 } as const;

/** Where a directive is written. */
interface Line {
  readonly section: Part;
  /** What its name takes the place of. */
  readonly span: Span;
  /** An assignment whose name is written anew, if the cursor is in one. */
  readonly edited?: AssignmentNode;
}

/**
 * The directives of a section: not yet set first, common ones before the others, then set ones that may be set again,
 * those that not all targets have, newer than the target, and deprecated ones last.
 */
export function completeDirectives(
  document: Document,
  { section, span, edited }: Line,
  targets: readonly Target[] | undefined,
): CompletionItem[] {
  const hasEquals = edited !== undefined;
  const present = new Set(section.assignments.filter((node) => node !== edited).map((node) => node.key));
  const isLeft = (directive: Directive): boolean => !present.has(directive.key) || !isScalar(directive);
  const { judged } = document;
  if (!judged) return [];
  const { podman = NEWEST_PODMAN } = judged.source.identity;
  const table = judged.directives;
  const now = table.of(section.name, document.version);
  const known = now.filter(isLeft);
  const names = new Set(now.map((directive) => directive.key));
  const newer = table.of(section.name, NEWEST_VERSION).filter((directive) => !names.has(directive.key));
  const item = (directive: Directive, rank: number, detail = valuesOf(directive, document)): CompletionItem => ({
    label: `${directive.key}=`,
    kind: 'directive',
    ...(detail !== undefined && { detail }),
    insert: hasEquals ? directive.key : `${directive.key}=`,
    span,
    rank,
    deprecated: rank === RANK.removed,
    continues: !hasEquals,
    help: { of: 'directive', page: directive.page, section: directive.section, key: directive.key },
  });
  return [
    ...known.map((directive) => {
      const { key } = directive;
      const rank = rankOf(directive, present);
      const some = directive.podman
        ? podmanAvailability(targets, directive.podman)
        : availability(targets, (version) => table.find(section.name, key, version) !== undefined);
      if (directive.podman && directive.podman > podman && !some)
        return item(
          directive,
          RANK.tooNew,
          `needs Podman ${podmanName(directive.podman)}; the target has ${podmanName(podman)}`,
        );
      return some && rank < RANK.notForAll
        ? item(directive, RANK.notForAll, availableInShort(some))
        : item(directive, rank);
    }),
    ...newer
      .filter((directive) => !isLeaving(directive))
      .map((directive) =>
        item(
          directive,
          RANK.tooNew,
          `needs systemd ${directive.since ?? directive.from}; the target is ${document.version}`,
        ),
      ),
  ];
}

/** Beside a name there is room for a few words. */
const LONGEST = 40;

/** What a directive takes: what its values are, or the words there are. */
function valuesOf(directive: Directive, { judged, version }: Document): string | undefined {
  const form = formOf(directive);
  if (form !== undefined || !judged) return form;
  const words = wordsOf(contextOf(directive, judged.source.identity, version)).map(({ label }) => label);
  const all = words.join(' | ');
  if (all.length <= LONGEST) return all || undefined;
  return `${all.slice(0, Math.max(0, all.lastIndexOf(' | ', LONGEST - 4)))} | …`;
}

function rankOf(directive: Directive, present: ReadonlySet<string>): number {
  if (isLeaving(directive)) return RANK.removed;
  if (present.has(directive.key)) return RANK.set;
  const place = commonness(directive.section, directive.key);
  return place === undefined ? RANK.unset : RANK.common + place;
}

/** Gone, or about to go: one writes its successor or today's spelling. */
const isLeaving = (directive: Directive): boolean =>
  isRemoved(directive) || successorOf(directive.key) !== undefined || directive.modern !== undefined;
