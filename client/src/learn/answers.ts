export type { Answers as AllAnswers, NewFile, Purpose } from '../../../server/src/features/new-unit/answers.ts';

import type { Answers as All, NewFile } from '../../../server/src/features/new-unit/answers.ts';

/** What has been answered so far. */
export type Answers = Partial<All>;

/** What the language server makes of answers. */
export interface NewUnit {
  readonly files: readonly NewFile[];
  readonly problems: readonly string[];
}
