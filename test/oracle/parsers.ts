import { directives } from '../../server/src/schema/generated/directives.ts';
import type { Target } from './question.ts';

interface Row extends Target {
  readonly parser: string;
  readonly argument: string;
  readonly from: number;
  readonly to: number;
}

const rows: readonly Row[] = directives
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([section = '', key = '', , parser = '', argument = '', from, to]) => ({
    section,
    key,
    parser,
    argument,
    from: Number(from || 0),
    to: Number(to || Infinity),
  }));

/** Every directive systemd of that version knows. */
function knownDirectives(version: number): Row[] {
  return rows.filter((row) => version >= row.from && version <= row.to);
}

/**
 * The directives that parser reads in that version. Sections nobody can ask about are left out: scopes are never
 * loaded from disk, and what is in `[Install]` is not looked at.
 */
export function directivesReadBy(parser: string, version: number): Row[] {
  const askable = (row: Row) => row.section !== 'Scope' && row.section !== 'Install';
  return knownDirectives(version).filter((row) => row.parser === parser && askable(row));
}

export function parsersOf(version: number): string[] {
  return [...new Set(knownDirectives(version).map((row) => row.parser))].sort();
}
