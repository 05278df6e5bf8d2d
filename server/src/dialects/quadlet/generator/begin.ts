import { addLine, type Conversion, refuse, sourceOf } from './conversion.ts';
import { addDefaultDependencies, translateDependencies } from './references.ts';
import { linesOf, renamed } from './unit-text.ts';

/** Which keys Quadlet knows, by section and version. */
export type KnownKeys = (section: string, key: string, podman: number) => boolean;

/** What all kinds begin with: keys are checked, dependencies added, Quadlet's own sections hidden from systemd. */
export function beginService(of: Conversion, isKnown: KnownKeys): void {
  checkKeys(of, isKnown);
  translateDependencies(of);
  addDefaultDependencies(of);
  // Up to Podman 5.5 each kind did this by itself.
  const isEarly = of.podman < 506;
  if (isEarly && of.file.kind === 'build') requireStorage(of);
  addLine(of, 'Unit', 'SourcePath', of.file.path);
  if (!isEarly || (of.file.kind !== 'build' && of.file.kind !== 'container')) requireStorage(of);
  of.service = renamed(of.service, of.section, `X-${of.section}`);
  of.service = renamed(of.service, 'Quadlet', 'X-Quadlet');
}

/** Podman starts only where its storage is mounted. */
export const requireStorage = (of: Conversion): void => addLine(of, 'Unit', 'RequiresMountsFor', '%t/containers');

function checkKeys(of: Conversion, isKnown: KnownKeys): void {
  for (const section of [of.section, 'Quadlet']) {
    for (const { key, origins } of linesOf(sourceOf(of).text, section))
      if (key !== undefined && !isKnown(section, key, of.podman))
        refuse('unknown-key', { key, section, origin: origins[0] });
  }
}
