import { checkUnitText } from '../../../server/src/service/check.ts';

/** What is said of each line of a file, severity and message, as `2 error: …`. */
export const said = (path: string, text: string, version?: number): string[] =>
  checkUnitText(text, { path, ...(version !== undefined && { version }) }).map(
    ({ line, severity, message }) => `${line} ${severity}: ${message}`,
  );

/** Whether one line is refused or complained of, and how. */
export const verdictOnLine = (path: string, line: string, version?: number): string =>
  checkUnitText(`${line}\n`, { path, ...(version !== undefined && { version }) })
    .map(({ severity }) => severity)
    .sort()
    .join(' ') || 'fine';
