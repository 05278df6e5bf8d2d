import { valueTypeOf as unitValueTypeOf } from '../../../values/registry.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { amounts } from './amounts.ts';
import { dhcp } from './dhcp.ts';
import { durations } from './durations.ts';
import { files } from './files.ts';
import { lists } from './lists.ts';
import { loginWords } from './login-words.ts';
import { managerValues } from './manager-values.ts';
import { managerWords } from './manager-words.ts';
import { networkWords } from './network-words.ts';
import { routing } from './routing.ts';
import { servers } from './servers.ts';
import { storageWords } from './storage-words.ts';
import { texts } from './texts.ts';

/** How daemons read what units do not have, or have in another way. */
export const ownTypes: readonly ValueType[] = [
  ...amounts,
  ...durations,
  ...files,
  ...texts,
  ...lists,
  ...servers,
  ...dhcp,
  ...routing,
  ...managerValues,
  ...managerWords,
  ...loginWords,
  ...storageWords,
  ...networkWords,
];

const byParser: ReadonlyMap<string, ValueType> = new Map(
  ownTypes.flatMap((type) => type.parsers.map((parser) => [parser, type] as const)),
);

/** The value type that mirrors a directive's parser; what is read as in units is judged as there. */
export const daemonValueTypeOf = (directive: {
  readonly parser: string;
  readonly argument: string;
}): ValueType | undefined => byParser.get(directive.parser) ?? unitValueTypeOf(directive);
