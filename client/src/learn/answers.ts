import type { Answers as All } from '../../../server/src/protocol/requests.ts';

export type { Answers as AllAnswers, NewFile, NewUnit, Purpose } from '../../../server/src/protocol/requests.ts';

/** What has been answered so far. */
export type Answers = Partial<All>;
