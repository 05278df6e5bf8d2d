import type { ValueType } from '../value-type.ts';
import { busName } from './bus-name.ts';
import { documentation } from './documentation.ts';
import { plainText, rebootArgument, textWithSpecifiers } from './free-text.ts';
import { install } from './install.ts';
import { logNamespace, luoSessions } from './log-namespace.ts';
import { slice, socketService, triggeredUnit } from './single-unit.ts';
import { obsoleteDependencies, serviceSockets, unitDependencies } from './unit-list.ts';
import { groupList, userOrGroup } from './user.ts';

/** The value types about names and texts. */
export const nameTypes: readonly ValueType[] = [
  unitDependencies,
  obsoleteDependencies,
  serviceSockets,
  triggeredUnit,
  slice,
  socketService,
  userOrGroup,
  groupList,
  busName,
  documentation,
  logNamespace,
  luoSessions,
  textWithSpecifiers,
  plainText,
  rebootArgument,
  install,
];
