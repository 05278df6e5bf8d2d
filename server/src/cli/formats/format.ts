import type { CheckedFile } from '../problem.ts';

export interface Summary {
  readonly version: number;
  readonly seconds: number;
  readonly color: boolean;
}

/** Turns checked files into what is printed on standard output. */
export type Format = (files: readonly CheckedFile[], summary: Summary) => string;
