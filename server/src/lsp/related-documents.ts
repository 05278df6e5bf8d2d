import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/language-service.ts';
import type { DiagnosticsPublisher } from './diagnostics-publisher.ts';
import type { Session } from './session.ts';

/** The open files of each unit: a change of one may be one for the others. */
export interface RelatedDocuments {
  /** Reads what a text says of other units. */
  changed(uri: string, path: string): void;
  /** What is on the disk counts again, unless the same file is still open under another spelling. */
  closed(uri: string, path: string): void;
}

interface Around {
  readonly documents: TextDocuments<TextDocument>;
  readonly service: LanguageService;
  readonly session: Session;
  readonly publisher: DiagnosticsPublisher;
}

export function createRelatedDocuments({ documents, service, session, publisher }: Around): RelatedDocuments {
  const { unitFiles, uris, isFile } = session;
  /** The other open files of a file's unit, and texts that stand for another state of it (`git:`): an empty file masks theirs, too. */
  const openWith = (uri: string, path: string): string[] =>
    documents.keys().filter((other) => {
      const itsPath = uris.toPath(other);
      return other !== uri && (itsPath === path || unitFiles.belongTogether(path, itsPath));
    });
  const judgeAgain = (others: readonly string[]): void => {
    for (const other of others) {
      service.judgeAgain(other);
      publisher.schedule(other);
    }
  };
  const loadMissing = async (others: readonly string[]): Promise<void> => {
    for (const other of others) if (await unitFiles.loadMissing(uris.toPath(other))) judgeAgain([other]);
  };
  const changed = (uri: string, path: string): void => {
    const current = service.document(uri);
    if (!current) return;
    const { units } = session.environment;
    const before = { others: openWith(uri, path), generation: units.generation };
    unitFiles.setText(path, current.text, current.tree);
    judgeAgain(before.others);
    // An empty file masks its unit: it is not part of others any more, and what was hidden comes in its place.
    if (units.generation !== before.generation) {
      const all = new Set([...before.others, ...openWith(uri, path)]);
      judgeAgain([...all].filter((other) => !before.others.includes(other)));
      void loadMissing([...all]);
    }
  };
  return {
    changed,
    closed(uri, path) {
      const twin = documents.keys().find((other) => other !== uri && isFile(other) && uris.toPath(other) === path);
      if (twin !== undefined) {
        uris.opened(twin);
        changed(twin, path);
        return;
      }
      const others = openWith(uri, path);
      void unitFiles.closed(path).then(async () => {
        // One that was opened meanwhile was judged with what the editor had shown of this one.
        const all = [...new Set([...others, ...openWith(uri, path)])];
        for (const other of all) await unitFiles.loadMissing(uris.toPath(other));
        for (const other of all) service.judgeAgain(other);
        if (all.length > 0) publisher.announce(...all);
      });
    },
  };
}
