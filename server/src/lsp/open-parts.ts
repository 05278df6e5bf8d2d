import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import type { Session } from './session.ts';
import type { Telling } from './telling.ts';

/** The open files of each unit: a change of one may be one for the others. */
export interface OpenParts {
  /** Reads what a text says of other units. */
  relate(uri: string, path: string): void;
  /** What is on the disk counts again, unless the same file is still open under another spelling. */
  leave(uri: string, path: string): void;
}

interface Around {
  readonly documents: TextDocuments<TextDocument>;
  readonly service: LanguageService;
  readonly session: Session;
  readonly telling: Telling;
}

export function createOpenParts({ documents, service, session, telling }: Around): OpenParts {
  const { neighbours, uris, isFile } = session;
  /** The other open files of a file's unit. */
  const partsWith = (uri: string, path: string): string[] =>
    documents.keys().filter((other) => other !== uri && neighbours.areOfOneUnit(path, uris.toPath(other)));
  const judge = (others: readonly string[]): void => {
    for (const other of others) {
      service.judgeAgain(other);
      telling.schedule(other);
    }
  };
  const complete = async (others: readonly string[]): Promise<void> => {
    for (const other of others) if (await neighbours.complete(uris.toPath(other))) judge([other]);
  };
  const relate = (uri: string, path: string): void => {
    const current = service.document(uri);
    if (!current) return;
    const { units } = session.environment;
    const before = { parts: partsWith(uri, path), generation: units.generation };
    neighbours.edited(path, current.text, current.tree);
    judge(before.parts);
    // An empty file masks its unit: it is not part of others any more, and what was hidden comes in its place.
    if (units.generation !== before.generation) {
      const parts = new Set([...before.parts, ...partsWith(uri, path)]);
      judge([...parts].filter((other) => !before.parts.includes(other)));
      void complete([...parts]);
    }
  };
  return {
    relate,
    leave(uri, path) {
      const twin = documents.keys().find((other) => other !== uri && isFile(other) && uris.toPath(other) === path);
      if (twin !== undefined) {
        uris.opened(twin);
        relate(twin, path);
        return;
      }
      const others = partsWith(uri, path);
      void neighbours.closed(path).then(async () => {
        for (const other of others) await neighbours.complete(uris.toPath(other));
        for (const other of others) service.judgeAgain(other);
        if (others.length > 0) telling.announce(...others);
      });
    },
  };
}
