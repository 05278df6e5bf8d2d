import { type CompletionItem } from '../features/completion/item.ts';
import { completion, completionHelp } from '../features/completion/index.ts';
import { type QuickFix, fixAll, quickFixes } from '../features/code-actions.ts';
import { type DropInText, diagnostics } from '../features/diagnostics.ts';
import { createDocument, type Document } from '../features/document.ts';
import type { Environment } from '../features/environment.ts';
import { type Fold, foldingRanges } from '../features/folding.ts';
import { type Edit, format } from '../features/format.ts';
import { type Hover, hover } from '../features/hover/index.ts';
import { type DefinitionTarget, definition, type DocumentLink, documentLinks } from '../features/references.ts';
import { type SemanticToken, semanticTokens } from '../features/semantic-tokens.ts';
import { type DocumentSymbol, documentSymbols } from '../features/symbols.ts';
import type { RuleFinding } from '../rules/judge.ts';
import type { Fix } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { VerdictCache } from '../units/judged-file.ts';
import { type Settings, targetVersion } from './settings.ts';

/** What the service asks of its host; all of it may change while it runs. */
export interface ServiceHost {
  readonly environment: Environment;
  readonly settings: Settings;
  /** The machine's systemd, once known. */
  readonly machineVersion: number | undefined;
  /** Texts of the drop-ins systemd would merge into a unit, as far as they are known. */
  dropInsOf(path: string): readonly DropInText[];
}

/** The engine as every front end sees it: open texts by uri, questions by offset. */
export interface LanguageService {
  /** Opens a text, or replaces it. */
  update(uri: string, path: string, text: string): void;
  close(uri: string): void;
  /** Forgets everything derived; called when settings or the version changed. */
  refresh(): void;
  document(uri: string): Document | undefined;
  diagnostics(uri: string): readonly RuleFinding[];
  completion(uri: string, offset: number): CompletionItem[];
  completionHelp(item: Pick<CompletionItem, 'help'>): string | undefined;
  hover(uri: string, offset: number): Hover | undefined;
  definition(uri: string, offset: number): DefinitionTarget[];
  links(uri: string): DocumentLink[];
  symbols(uri: string): DocumentSymbol[];
  folds(uri: string): Fold[];
  tokens(uri: string): SemanticToken[];
  quickFixes(uri: string, range: Span): QuickFix[];
  fixAll(uri: string): Fix | undefined;
  /** Edits that set the text, or the lines of a range, in its usual form. */
  format(uri: string, range?: Span): Edit[];
}

interface Open {
  readonly path: string;
  readonly text: string;
  readonly cache: VerdictCache;
  document?: Document | undefined;
  findings?: readonly RuleFinding[] | undefined;
}

export function createLanguageService(host: ServiceHost): LanguageService {
  const open = new Map<string, Open>();

  const document = (uri: string): Document | undefined => {
    const entry = open.get(uri);
    if (!entry) return undefined;
    entry.document ??= createDocument(entry.text, {
      path: entry.path,
      version: targetVersion(host.settings, host.machineVersion),
      manager: host.settings.manager === 'auto' ? undefined : host.settings.manager,
      cache: entry.cache,
    });
    return entry.document;
  };
  const findings = (uri: string): readonly RuleFinding[] => {
    const entry = open.get(uri);
    const current = document(uri);
    if (!entry || !current) return [];
    entry.findings ??= diagnostics(current, host.dropInsOf(entry.path));
    return entry.findings;
  };
  const ask = <T>(uri: string, none: T, feature: (document: Document) => T): T => {
    const current = document(uri);
    return current?.judged ? feature(current) : none;
  };

  return {
    update(uri, path, text) {
      const before = open.get(uri);
      open.set(uri, { path, text, cache: before?.path === path ? before.cache : new Map() });
    },
    close: (uri) => void open.delete(uri),
    refresh() {
      for (const [uri, { path, text }] of open) open.set(uri, { path, text, cache: new Map() });
    },
    document,
    diagnostics: findings,
    completion: (uri, offset) => ask(uri, [], (current) => completion(current, offset, host.environment)),
    completionHelp: (item) => completionHelp(item, host.environment),
    hover: (uri, offset) => ask(uri, undefined, (current) => hover(current, offset, host.environment)),
    definition: (uri, offset) => ask(uri, [], (current) => definition(current, offset, host.environment.units)),
    links: (uri) => ask(uri, [], documentLinks),
    symbols: (uri) => ask(uri, [], documentSymbols),
    folds: (uri) => ask(uri, [], foldingRanges),
    tokens: (uri) => ask(uri, [], semanticTokens),
    quickFixes: (uri, range) => quickFixes(findings(uri), range),
    fixAll: (uri) => fixAll(findings(uri)),
    format: (uri, range) => ask(uri, [], ({ tree }) => format(tree, range)),
  };
}
