import { URI } from 'vscode-uri';
import { identifyPath } from '../dialects/index.ts';
import { createDocument, type Document } from '../features/document.ts';
import { EFFECTIVE_SCHEME } from '../protocol/requests.ts';
import type { LanguageService } from '../service/language-service.ts';
import { memoize } from '../text/memoize.ts';
import type { Uris } from './uris.ts';

interface Parts {
  readonly service: LanguageService;
  readonly uris: Uris;
}

/**
 * A unit that a client shows as one text, read as the unit it is: the name of the text tells nothing of it. Any other
 * document as it is.
 */
export function shownUnit(document: Document, uri: string, parts: Parts): Document {
  if (!uri.startsWith(`${EFFECTIVE_SCHEME}:`)) return document;
  const path = pathRead(URI.parse(uri).query, parts);
  const known = knownOf(document);
  known.read ??= createDocument(document.text, { path, version: document.version, tree: document.tree });
  return known.read;
}

const knownOf = memoize((_: Document): { read?: Document } => ({}));

/** A path that says what the text is: that of the file, or of the unit that another program makes of it. */
function pathRead(source: string, { service, uris }: Parts): string {
  const path = uris.toPath(source);
  const asOpened = service.ask(source, undefined, ({ judged }) => judged?.source.identity);
  const makes = (asOpened ?? identifyPath(path))?.makes;
  return makes === undefined ? path : `/made.${makes}`;
}
