import type { VerdictCache } from '../engine/judged-file.ts';
import { createDocument, type Document, type DocumentOptions } from '../features/document.ts';
import { releasesOf, type Target } from '../schema/targets.ts';

/** A text as the systemd of some targets reads it. */
export interface TargetReading {
  readonly document: Document;
  readonly targets: readonly Target[];
  readonly cache: VerdictCache;
}

/**
 * The text as each systemd among the targets reads it, the newest first. They share the syntax tree; what an edit leaves
 * alone is taken over from the readings before it.
 */
export function readForTargets(
  text: string,
  targets: readonly Target[],
  options: Pick<DocumentOptions, 'path' | 'manager'> & { readonly before?: readonly TargetReading[] | undefined },
): readonly TargetReading[] {
  const { path, manager, before = [] } = options;
  let tree: Document['tree'] | undefined;
  return releasesOf(targets).map(({ version, targets: own }) => {
    const same = before.find(({ document }) => document.version === version);
    const cache: VerdictCache = same?.cache ?? new Map();
    const document = createDocument(text, { path, version, manager, cache, before: same?.document, tree });
    tree = document.tree;
    return { document, targets: own, cache };
  });
}
