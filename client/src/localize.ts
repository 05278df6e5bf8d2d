/** Texts in English and what they are in the user's language. */
export type Translations = Readonly<Record<string, string>>;

let translations: Translations = {};

/** Said once, before anything that has texts is loaded. */
export function translateWith(bundle: Translations): void {
  translations = bundle;
}

/**
 * What the user reads, in the user's language; `{0}` and on stand for the arguments.
 *
 * Does what `vscode.l10n.t` does, for code that runs without VS Code too: the pure parts, their tests, and webviews.
 * The message has to be a literal, so that `client/scripts/localization.mjs` finds it.
 */
export const t = (message: string, ...args: readonly (string | number)[]): string =>
  (translations[message] ?? message).replace(/\{(\d+)\}/g, (whole, index) => String(args[Number(index)] ?? whole));
