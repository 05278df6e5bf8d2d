import type { Severity } from '../../values/value-type.ts';
import type { CheckedFile } from '../problem.ts';
import type { TargetVersion } from '../target-version.ts';

export interface Summary {
  /** The files with all that was found, also what is not shown. */
  readonly all: readonly CheckedFile[];
  readonly target: TargetVersion;
  /** The least that is shown. */
  readonly severity: Severity;
  /** The least that makes the check fail. */
  readonly failOn: Severity;
  /** Whether what can be fixed was. */
  readonly fix: boolean;
  readonly seconds: number;
  /** Whether files are left out of which nothing new is to be told. */
  readonly isPart?: boolean;
  readonly hasColors: boolean;
  readonly programVersion: string;
}

/** Turns checked files, with the findings to be shown, into what is printed on standard output. */
export type Format = (files: readonly CheckedFile[], summary: Summary) => string;
