import { checkText, checkUnitText } from '../../../server/src/service/check.ts';

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

/** What is said of one of several files that are read together, and which file it names: `a.conf 2 info: …`. */
export function saidAmong(path: string, texts: Readonly<Record<string, string>>, version?: number): string[] {
  const files = Object.entries(texts).map(([each, text]) => ({ path: each, text }));
  const text = texts[path]!;
  const found = checkText(text, {
    path,
    around: { among: { files, areAll: false } },
    ...(version !== undefined && { version }),
  });
  return found.map(({ start, severity, message, related = [] }) => {
    const line = text.slice(0, start).split('\n').length;
    return [`${line} ${severity}: ${message}`, ...related.map(({ source }) => source.path)].join(' > ');
  });
}
