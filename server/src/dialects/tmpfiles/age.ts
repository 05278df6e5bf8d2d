import type { Field, LineContext, LineProblem } from '../../engine/lines/line-dialect.ts';
import { since } from '../../values/changes.ts';
import { parseTimespan } from '../../values/time/timespan.ts';
import { quotedText, refusedLine } from '../lines/problems.ts';
import { DROPS } from './drops.ts';

/** An age in its parts: `~`, time stamps before a colon, a time span. */
export interface Age {
  /** Files right inside the directory are kept. */
  readonly keepsFirstLevel: boolean;
  /** The letters of time stamps that count; undefined for the usual ones. */
  readonly by: string | undefined;
  readonly span: string;
}

export function readAge(text: string, version: number): Age {
  const keepsFirstLevel = text.startsWith('~');
  const rest = keepsFirstLevel ? text.slice(1) : text;
  const colon = since(version, 'ages of tmpfiles.d by time stamp') ? rest.indexOf(':') : -1;
  return { keepsFirstLevel, by: colon < 0 ? undefined : rest.slice(0, colon), span: rest.slice(colon + 1) };
}

/** Which time stamps a letter stands for; of directories in capitals. */
export const STAMPS: Readonly<Record<string, string>> = {
  a: 'access',
  b: 'creation',
  c: 'status change',
  m: 'modification',
};

export function checkAge({ text, ...at }: Field, { version }: LineContext): LineProblem[] {
  const { by, span } = readAge(text, version);
  if (by !== undefined && !/^[abcmABCM]+$/.test(by))
    return [
      refusedLine(
        at,
        `${quotedText(by)} does not say which time stamps count; ${DROPS}. Write letters of abcm, in capitals for directories: "abM:1d".`,
      ),
    ];
  const read = parseTimespan(span, { version });
  // A number as large as that is taken for "none".
  if (!('fault' in read)) return [];
  return [
    refusedLine(at, `${quotedText(span)} is not a time span; ${DROPS}. Write a number with a unit, like 10d or 1h30m.`),
  ];
}
