import { boolean, tristate } from '../boolean.ts';
import type { ValueType } from '../value-type.ts';
import { systemCallErrorNumber } from './errno.ts';
import { execEnumerations } from './exec-words.ts';
import { logEnumerations } from './log-words.ts';
import { mode } from './mode.ts';
import { removed } from './removed.ts';
import { resourceEnumerations } from './resource-words.ts';
import { sandboxEnumerations } from './sandbox-words.ts';
import { serviceEnumerations } from './service-words.ts';
import { signal } from './signal.ts';
import { socketEnumerations } from './socket-words.ts';
import { statusSet } from './status-set.ts';
import { personality, protectHostname } from './uname.ts';
import { unitEnumerations } from './unit-words.ts';
import { wordSets } from './word-sets.ts';

/** Words, yes and no, signals and modes. */
export const basicTypes: readonly ValueType[] = [
  boolean,
  tristate,
  mode,
  signal,
  statusSet,
  systemCallErrorNumber,
  personality,
  protectHostname,
  removed,
  ...wordSets,
  ...unitEnumerations,
  ...serviceEnumerations,
  ...execEnumerations,
  ...sandboxEnumerations,
  ...resourceEnumerations,
  ...socketEnumerations,
  ...logEnumerations,
];
