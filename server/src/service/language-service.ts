import { type FindingList, findingList } from '../engine/lazy-finding.ts';
import { findings, type Surroundings } from '../features/diagnostics.ts';
import type { Document } from '../features/document.ts';
import type { Environment } from '../features/environment.ts';
import { featuresOf } from '../features/features-of.ts';
import type { FileFeatures } from '../features/file-features.ts';
import { mergedFindings } from '../features/target-findings.ts';
import { type MachineVersions, type Settings, targetsOf } from './settings.ts';
import { readForTargets, type TargetReading } from './target-readings.ts';

/** What the service asks of its host; all of it may change while it runs. */
export interface ServiceHost extends MachineVersions {
  readonly environment: Environment;
  /** The same as a file sees it: the manual is that of its version. */
  environmentFor(path: string): Environment;
  settingsFor(path: string): Settings;
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
  /** A text as the newest of its targets reads it. */
  document(uri: string): Document | undefined;
  /** The same as each systemd among its targets reads it, the newest first. */
  documents(uri: string): readonly Document[];
  /** What is found in a text; each finding is made when it is read. */
  diagnostics(uri: string): FindingList;
  /** What lies around an open text. */
  around(uri: string, path: string): Surroundings;
  /** What a feature says of an open unit; `none` for a text that is closed or no unit. */
  ask<T>(uri: string, none: T, feature: (document: Document, environment: Environment) => T): T;
  /** What a feature that every file has says of an open one; `none` for a text that is closed or read by nobody. */
  askAny<T>(
    uri: string,
    none: T,
    feature: (features: FileFeatures, document: Document, environment: Environment) => T,
  ): T;
}

interface Open {
  readonly path: string;
  readonly text: string;
  /** The text as it was before, until this one is read. */
  before?: readonly TargetReading[] | undefined;
  readings?: readonly TargetReading[] | undefined;
  found?: FindingList | undefined;
}

/** Open texts whose trees are kept. */
const MOST_DERIVED = 16;

/** Of many open texts few are worked on: what was derived of the others longest ago is made again when asked for. */
function keepingFew(open: Map<string, Open>) {
  const derived = new Set<string>();
  return {
    forget: (uri: string): void => void derived.delete(uri),
    add(uri: string): void {
      derived.delete(uri);
      derived.add(uri);
      if (derived.size <= MOST_DERIVED) return;
      const [oldest] = derived;
      derived.delete(oldest!);
      const entry = open.get(oldest!);
      if (entry) open.set(oldest!, { path: entry.path, text: entry.text });
    },
  };
}

export function createLanguageService(host: ServiceHost): LanguageService {
  const { environment } = host;
  const open = new Map<string, Open>();

  const derived = keepingFew(open);

  const readings = (uri: string): readonly TargetReading[] => {
    const entry = open.get(uri);
    if (!entry) return [];
    if (entry.readings) return entry.readings;
    entry.readings = read(entry, host);
    entry.before = undefined;
    derived.add(uri);
    return entry.readings;
  };
  const document = (uri: string): Document | undefined => readings(uri)[0]?.document;

  return {
    environment,
    update(uri, path, text) {
      const before = open.get(uri);
      const same = before?.path === path ? before : undefined;
      open.set(uri, { path, text, before: same?.readings ?? same?.before });
    },
    close(uri) {
      open.delete(uri);
      derived.forget(uri);
    },
    refresh() {
      for (const [uri, { path, text }] of open) open.set(uri, { path, text });
    },
    judgeAgain(uri) {
      const entry = open.get(uri);
      if (entry) entry.found = undefined;
    },
    document,
    documents: (uri) => readings(uri).map((reading) => reading.document),
    around: (uri, path) => host.around(uri, path),
    diagnostics(uri) {
      const entry = open.get(uri);
      const read = readings(uri);
      if (!entry || read.length === 0) return findingList([]);
      entry.found ??= foundIn(read, host.around(uri, entry.path), host.settingsFor(entry.path));
      return entry.found;
    },
    ask(uri, none, feature) {
      const current = document(uri);
      return current?.judged ? feature(current, host.environmentFor(current.path)) : none;
    },
    askAny(uri, none, feature) {
      const current = document(uri);
      if (!current?.judged && !current?.ofLines) return none;
      return feature(featuresOf(current), current, host.environmentFor(current.path));
    },
  };
}

const foundIn = (readings: readonly TargetReading[], around: Surroundings, { rules }: Settings): FindingList =>
  mergedFindings(readings.map(({ document, targets }) => ({ targets, found: findings(document, around, rules) })));

function read({ text, path, before }: Open, host: ServiceHost): readonly TargetReading[] {
  const settings = host.settingsFor(path);
  const manager = settings.manager === 'auto' ? undefined : settings.manager;
  return readForTargets(text, targetsOf(settings, host), { path, manager, before });
}
