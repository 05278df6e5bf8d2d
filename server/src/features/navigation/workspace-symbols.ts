import { inTimeSlices, type TimeSliced } from '../../text/time-slices.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import type { UnitIndex } from '../../units/unit-index.ts';

/** A unit file found by a part of its name. */
export interface UnitSymbol {
  readonly name: string;
  readonly description: string | undefined;
  readonly path: string;
}

const MOST_SYMBOLS = 300;

/** Fragments whose names hold the letters of the query in order, the workspace's and the closest first. */
export function* unitSymbols(index: UnitIndex, query: string): TimeSliced<UnitSymbol[]> {
  const wanted = query.toLowerCase();
  const found: { file: IndexedFile; score: number }[] = [];
  yield* inTimeSlices(index.files(), (file) => {
    if (file.role !== 'fragment') return;
    const names = [file.owner, ...(file.source ? [file.source.name] : [])];
    const scores = names.flatMap((name) => scoreOf(name.toLowerCase(), wanted) ?? []);
    const score = scores.length > 0 ? Math.min(...scores) : undefined;
    if (score !== undefined) found.push({ file, score: score + (file.origin === 'workspace' ? 0 : 1000) });
  });
  return found
    .sort((a, b) => a.score - b.score || (a.file.owner < b.file.owner ? -1 : 1))
    .slice(0, MOST_SYMBOLS)
    .map(({ file }) => ({
      name: file.source?.name ?? file.owner,
      description: file.facts.description,
      path: file.path,
    }));
}

/** Less is better; undefined when the letters are not there in order. */
function scoreOf(name: string, wanted: string): number | undefined {
  const whole = name.indexOf(wanted);
  if (whole >= 0) return whole;
  let at = -1;
  for (const letter of wanted) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return undefined;
  }
  return 100 + name.length;
}
