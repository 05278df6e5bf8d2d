import { type Manual, openManual } from '../manual/index.ts';
import { manualPages } from './manual-pages.ts';
import { shippedFile } from './shipped-file.ts';

/** The compressed pages the build makes. */
const bundle = (): Buffer => shippedFile('manual.bin');

const opened = new Map<number, Manual>();

/** The manual for a target version: installed pages of that version, else the bundled ones, the others behind. Opened once, read lazily. */
export function manualFor(targetVersion: number): Manual {
  const known = opened.get(targetVersion);
  if (known) return known;
  const manual = openManual(...manualPages({ bundle, targetVersion }));
  opened.set(targetVersion, manual);
  return manual;
}
