import type { Diagnosis, DiagnosisPlace } from './diagnosis.ts';

/** Stories from the asked unit to the one that is the cause. */
export const chainOf = (diagnosis: Diagnosis): Diagnosis[] => [
  diagnosis,
  ...(diagnosis.cause ? chainOf(diagnosis.cause) : []),
];

/**
 * A diagnosis as plain text for a terminal: what happened, the lines that matter, what to do, what was said.
 * @param width columns at which sentences are wrapped; lines of files and of the journal stay as they are
 */
export function diagnosisText(diagnosis: Diagnosis, width = Number.POSITIVE_INFINITY): string {
  const chain = chainOf(diagnosis);
  const root = chain.at(-1)!;
  const told = chain.map((each) =>
    [
      wrapped(each.headline, width),
      ...placeLines(each.places),
      ...each.explanation.map((text) => wrapped(text, width)),
    ].join('\n'),
  );
  const asked = [...chain].reverse().flatMap((each) => each.steps);
  const steps =
    asked.length === 0
      ? []
      : [['What to do next:', ...[...new Set(asked)].map((step) => wrapped(`  - ${step}`, width, '    '))].join('\n')];
  const { journal } = root;
  const said = journal.length === 0 ? [] : [['The journal of its last run:', ...journal.map(journalLine)].join('\n')];
  return `${[...told, ...steps, ...said].join('\n\n')}\n`;
}

/** As many places as one looks at. */
const MOST_PLACES = 6;

const placeLines = (places: readonly DiagnosisPlace[]): string[] =>
  places.slice(0, MOST_PLACES).map(({ path, line, text }) => `  ${path}:${line}: ${text}`);

const journalLine = ({ time, source, text }: Diagnosis['journal'][number]): string =>
  `  ${clock(time)} ${source}: ${text.split('\n').join('\n    ')}`;

/** In the zone of who reads it, as journalctl has it. */
export function clock(time: number): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Breaks lines at blanks, those after the first indented; a word that is longer than a line stays whole. */
function wrapped(text: string, width: number, indent = ''): string {
  if (width === Number.POSITIVE_INFINITY) return text;
  const lines: string[] = [];
  // Blanks in front belong to the first word.
  for (const word of text.match(/^ *\S+|\S+/g) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : indent + word);
  }
  return lines.join('\n');
}
