import type { VerdictCache } from '../engine/judged-file.ts';
import { type FindingList, findingList } from '../engine/lazy-finding.ts';
import { findings, type Surroundings } from '../features/diagnostics.ts';
import { createDocument, type Document } from '../features/document.ts';
import type { Environment } from '../features/environment.ts';
import { type Settings, targetVersion } from './settings.ts';

/** What the service asks of its host; all of it may change while it runs. */
export interface ServiceHost {
  readonly environment: Environment;
  /** The same as a file sees it: the manual is that of its version. */
  environmentFor(path: string): Environment;
  settingsFor(path: string): Settings;
  /** The machine's systemd, once known. */
  readonly machineVersion: number | undefined;
  /** The other files of the units a text belongs to, as far as they are known, and the units around. */
  around(uri: string, path: string): Surroundings;
}

/** The engine as an editor's front end sees it: open texts by uri, derived things kept until the text changes. */
export interface LanguageService {
  readonly environment: Environment;
  /** Opens a text, or replaces it. */
  update(uri: string, path: string, text: string): void;
  close(uri: string): void;
  /** Forgets everything derived; called when settings, the version, or files beside the text changed. */
  refresh(): void;
  /** Forgets what was found in a text, because files around it changed. */
  judgeAgain(uri: string): void;
  document(uri: string): Document | undefined;
  /** What is found in a text; each finding is made when it is read. */
  diagnostics(uri: string): FindingList;
  /** What lies around an open text. */
  around(uri: string, path: string): Surroundings;
  /** What a feature says of an open unit; `none` for a text that is closed or no unit. */
  ask<T>(uri: string, none: T, feature: (document: Document, environment: Environment) => T): T;
}

interface Open {
  readonly path: string;
  readonly text: string;
  readonly cache: VerdictCache;
  /** The text as it was before, until this one is read. */
  before?: Document | undefined;
  document?: Document | undefined;
  found?: FindingList | undefined;
}

/** Open texts whose trees are kept. */
const MOST_DERIVED = 16;

export function createLanguageService(host: ServiceHost): LanguageService {
  const { environment } = host;
  const open = new Map<string, Open>();

  const derived = new Set<string>();
  /** Of many open texts few are worked on: what was derived of the others longest ago is made again when asked for. */
  const keepFew = (uri: string): void => {
    derived.delete(uri);
    derived.add(uri);
    if (derived.size <= MOST_DERIVED) return;
    const [oldest] = derived;
    derived.delete(oldest!);
    const entry = open.get(oldest!);
    if (entry) open.set(oldest!, { path: entry.path, text: entry.text, cache: new Map() });
  };

  const document = (uri: string): Document | undefined => {
    const entry = open.get(uri);
    if (!entry) return undefined;
    if (entry.document) return entry.document;
    entry.document = read(entry, host);
    entry.before = undefined;
    keepFew(uri);
    return entry.document;
  };

  return {
    environment,
    update(uri, path, text) {
      const before = open.get(uri);
      const same = before?.path === path ? before : undefined;
      open.set(uri, { path, text, cache: same?.cache ?? new Map(), before: same?.document ?? same?.before });
    },
    close(uri) {
      open.delete(uri);
      derived.delete(uri);
    },
    refresh() {
      for (const [uri, { path, text }] of open) open.set(uri, { path, text, cache: new Map() });
    },
    judgeAgain(uri) {
      const entry = open.get(uri);
      if (entry) entry.found = undefined;
    },
    document,
    around: (uri, path) => host.around(uri, path),
    diagnostics(uri) {
      const entry = open.get(uri);
      const current = document(uri);
      if (!entry || !current) return findingList([]);
      const { rules } = host.settingsFor(entry.path);
      entry.found ??= findings(current, host.around(uri, entry.path), rules);
      return entry.found;
    },
    ask(uri, none, feature) {
      const current = document(uri);
      return current?.judged ? feature(current, host.environmentFor(current.path)) : none;
    },
  };
}

function read({ text, path, cache, before }: Open, host: ServiceHost): Document {
  const settings = host.settingsFor(path);
  return createDocument(text, {
    path,
    version: targetVersion(settings, host.machineVersion),
    manager: settings.manager === 'auto' ? undefined : settings.manager,
    cache,
    before,
  });
}
