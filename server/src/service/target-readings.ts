import { readerOf } from '../dialects/index.ts';
import type { VerdictCache } from '../engine/judged-file.ts';
import { createDocument, type Document, type DocumentOptions, treeOf } from '../features/document.ts';
import { releasesOf, type Target } from '../schema/targets.ts';

/** A text as the systemd of some targets reads it. */
export interface TargetReading {
  readonly document: Document;
  /** That of the targets. */
  readonly podman: number | undefined;
  readonly targets: readonly Target[];
  readonly cache: VerdictCache;
}

/**
 * The text as each systemd among the targets reads it, of a Quadlet file with each Podman; the newest first. They share the
 * syntax tree; what an edit leaves alone is taken over from the readings before it.
 */
export function readForTargets(
  text: string,
  targets: readonly Target[],
  options: Pick<DocumentOptions, 'path' | 'manager'> & { readonly before?: readonly TargetReading[] | undefined },
): readonly TargetReading[] {
  const { path, manager, before = [] } = options;
  const tree = treeOf(text, before[0]?.document);
  const reader = targets.length === 1 ? 'systemd' : readerOf(path, tree);
  return releasesOf(targets, reader).map(({ version, podman, targets: own }) => {
    const same = before.find((each) => each.document.version === version && each.podman === podman);
    const cache: VerdictCache = same?.cache ?? new Map();
    const document = createDocument(text, { path, version, podman, manager, cache, before: same?.document, tree });
    return { document, podman, targets: own, cache };
  });
}
