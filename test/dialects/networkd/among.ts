import type { FilesAmong } from '../../../server/src/engine/dialect.ts';
import { createDocument, type Document } from '../../../server/src/features/document.ts';
import { checkUnitText } from '../../../server/src/service/check.ts';

/** Files by name in /etc/systemd/network, or by path. */
export type Files = Readonly<Record<string, string>>;

export const pathOf = (name: string): string => (name.startsWith('/') ? name : `/etc/systemd/network/${name}`);

export const amongOf = (files: Files, areAll = true): FilesAmong => ({
  files: Object.entries(files).map(([name, text]) => ({ path: pathOf(name), text })),
  areAll,
});

/** What is found in one of the files, as `severity rule line: message`. */
export const foundIn = (name: string, files: Files, { areAll = true, version = 262 } = {}): string[] =>
  checkUnitText(files[name]!, { path: pathOf(name), version, around: { among: amongOf(files, areAll) } }).map(
    ({ severity, code, line, message }) => `${severity} ${code} ${line}: ${message}`,
  );

export const documentOf = (name: string, files: Files, version = 262): Document =>
  createDocument(files[name]!, { path: pathOf(name), version });
