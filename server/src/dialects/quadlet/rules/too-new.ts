import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { FileRule, Finding } from '../../../engine/rule.ts';
import { FIRST_PODMAN, NEWEST_PODMAN, podmanName } from '../../../schema/podman.ts';
import { thePodman } from '../../../schema/targets.ts';
import { type QuadletKind, sectionOfKind } from '../generator/names.ts';
import { isFault, parseQuadlet } from '../generator/parse.ts';
import { linesOf } from '../generator/unit-text.ts';
import { quadletKey } from '../keys.ts';
import { keySpan } from './lines.ts';
import { quadletRulePages } from './pages.ts';
import { topOf } from './top.ts';

/** The Podman each kind came with, where that is not the first with Quadlet; podman-systemd.unit(5) of each release. */
const KINDS: Readonly<Partial<Record<QuadletKind, number>>> = { image: 408, pod: 500, build: 502, artifact: 507 };

const podmanOf = ({ source }: JudgedFile): number => source.identity.podman ?? NEWEST_PODMAN;

/** That the target's Podman does not look at a file of this kind; undefined where it does. */
export function notReadBy(file: JudgedFile): Finding | undefined {
  const { kind } = file.source.identity;
  const podman = podmanOf(file);
  const since = Math.max(FIRST_PODMAN, KINDS[kind as QuadletKind] ?? FIRST_PODMAN);
  if (podman >= since) return undefined;
  const what = podman < FIRST_PODMAN ? 'Quadlet' : `A .${kind} file`;
  return {
    ...topOf(file),
    severity: 'error',
    message: `${what} exists since Podman ${podmanName(since)}; ${thePodman(podman)} does not generate a service from this file.`,
  };
}

/** Keys that are known, to a later Podman than the target's; `checkForUnknownKeys()` there refuses the file. */
export const quadletTooNew: FileRule = {
  ...quadletRulePages.tooNew,
  scope: 'file',
  check(file, report) {
    const { path, tree, identity } = file.source;
    const podman = podmanOf(file);
    if (podman >= NEWEST_PODMAN) return;
    const read = parseQuadlet(path, tree.text);
    if (isFault(read)) return;
    const whose = identity.role === 'drop-in' ? 'the file this drop-in belongs to' : 'this file';
    for (const section of [sectionOfKind(identity.kind as QuadletKind), 'Quadlet']) {
      for (const { key, origins } of linesOf(read, section)) {
        const since = key === undefined ? undefined : quadletKey(section, key)?.since;
        if (key === undefined || since === undefined || since <= podman) continue;
        const outline = { ...keySpan(file, origins[0]!.line), severity: 'error' } as const;
        const message = `${key}= exists since Podman ${podmanName(since)}; ${thePodman(podman)} does not generate a service from ${whose}.`;
        report.lazily(outline, () => ({ ...outline, section, key, message }));
      }
    }
  },
};
