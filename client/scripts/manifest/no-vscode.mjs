// Stands in for VS Code where only what is declared is read, by client/scripts/manifest.mjs and by tests.
export class EventEmitter {}
export const QuickPickItemKind = { Separator: -1, Default: 0 };
