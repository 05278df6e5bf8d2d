/** English texts with their translations. */
export type Translations = Readonly<Record<string, string>>;

let translations: Translations = {};

/** Called once, before any module with texts is loaded. */
export function translateWith(bundle: Translations): void {
  translations = bundle;
}

/**
 * Translates a message into the user's language; `{0}`, `{1}` … are replaced by the arguments.
 *
 * Does what `vscode.l10n.t` does, for code that runs without VS Code too: the pure parts, their tests, and webviews.
 * The message has to be a literal, so that `client/scripts/localization.mjs` finds it.
 */
export const t = (message: string, ...args: readonly (string | number)[]): string =>
  (translations[message] ?? message).replace(/\{(\d+)\}/g, (whole, index) => String(args[Number(index)] ?? whole));
