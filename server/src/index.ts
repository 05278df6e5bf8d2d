/** What the extension uses of the engine: the one way in, beside the requests of `protocol/`. */

export { containerOf, type QuadletService, quadletService } from './dialects/quadlet/service-of-file.ts';
export { type AskSystemctl, aliasesAmong, askLoaded, askRunning } from './features/compare/ask-running.ts';
export type { ManagedUnit } from './features/graph/manager-graph.ts';
export { TIMER_PROPERTIES } from './features/timers/shown-timers.ts';
export { type ExitReason, exitReasons } from './features/why/exit-reasons.ts';
export type { Facts } from './features/why/facts.ts';
export { type Asker, gatherFacts } from './features/why/gather.ts';
export { parseJournalEntry } from './features/why/journal-entry.ts';
export { type Properties, parseShow } from './features/why/show-output.ts';
export { installSection, isUsuallyEnabled, usualTarget } from './rules/install-section.ts';
export { fileKindOfPath, type Manager, type UnitFileKind } from './schema/file-kind.ts';
export { capabilities, exitStatuses, signals } from './schema/generated/names.ts';
export { UNIT_FILES, type UnitKind } from './schema/kinds.ts';
export { rowsOf } from './schema/rows.ts';
export { instanceTemplate, isTemplate, parseUnitName, type UnitName, withKind } from './schema/unit-name.ts';
export { parse } from './syntax/parse.ts';
export type { AssignmentNode } from './syntax/tree.ts';
export { readWords } from './syntax/words.ts';
export { baseOf, folderOf } from './units/unit-location.ts';
export { parseBoolean } from './values/boolean.ts';
