/** One line systemd wrote about a file. */
export interface Message {
  /** 1-based physical line; absent when systemd speaks of the unit as a whole. */
  readonly line?: number;
  /** Syslog level: 3 error, 4 warning, 5 notice, 6 info. */
  readonly level: number;
  readonly text: string;
  /** The drop-in it is about, among a unit's messages; the unit's own file when not given. */
  readonly file?: string;
  /** It tells of this machine (a missing executable or unit), not of the file. */
  readonly environment?: true;
}

export interface Verdict {
  /** The unit does not load. */
  readonly refused: boolean;
  /** How systemd closes a refusal; its only word when something it needs to load the unit fails without a message. */
  readonly refusal?: string;
  readonly messages: readonly Message[];
}

/** What was asked in one process: `judged` in that order, each followed by its separator if there are any. */
export interface Batch {
  readonly directory: string;
  readonly files: readonly string[];
  readonly judged: readonly string[];
  readonly separators: readonly string[];
}

const unitName = /[^\s:'",()/]+\.(?:service|socket|timer|path|mount|automount|swap|target|slice|scope|device)\b/g;
const refusal = /^Unit \S+ (?:has a bad unit file setting|failed to load properly)|^Access denied$/;
const afterRefusal = /Unit configuration has fatal error, unit will not be started\.$/;
const environmental =
  /Failed to create \S+\/start:|service \S+ not loaded, socket cannot be started|(?:Command|Executable) .* is not (?:executable|found)|^\S+: Command \S{1000,}$|^Failed to connect to system bus:|^\S+: Failed to (?:canonicalize|prepare filename)/;

/**
 * Sorts what `verify` wrote with `SYSTEMD_LOG_TARGET=console-prefixed` by file; every file has an entry. A message
 * that names none belongs to the unit just being loaded, as far as separators or a single question tell which that
 * is; else it is under the empty name.
 */
export function attribute(stderr: string, batch: Batch): Map<string, Verdict> {
  const found = new Map<string, Entry>(batch.files.map((name) => [name, { refused: false, messages: [] }]));
  const separators = new Map(batch.separators.map((name, index) => [name, index]));
  const names = new Set([...batch.files, ...batch.separators]);
  const loading = (index: number) =>
    (batch.judged.length === 1 || separators.size > 0 ? batch.judged[index] : undefined) ?? '';
  let current = loading(0);
  for (const line of stderr.split('\n')) {
    const match = /^<(\d+)>(.*)$/.exec(line);
    if (match === null) continue;
    const text = match[2] ?? '';
    const place = atLine(text, batch.directory, names);
    const name = place?.name ?? mentioned(text, names) ?? current;
    const passed = separators.get(name);
    if (passed !== undefined) current = loading(passed + 1);
    else record(found, name, { level: Number(match[1]) & 7, text, place });
  }
  return found;
}

interface Entry {
  refused: boolean;
  refusal?: string;
  readonly messages: Message[];
}

function record(
  found: Map<string, Entry>,
  name: string,
  said: { level: number; text: string; place: Place | undefined },
): void {
  const entry = found.get(name) ?? { refused: false, messages: [] };
  found.set(name, entry);
  if (refusal.test(said.text)) Object.assign(entry, { refused: true, refusal: said.text });
  else if (!afterRefusal.test(said.text)) entry.messages.push(message(said.level, said.text, said.place));
}

interface Place {
  readonly name: string;
  readonly line: number;
  readonly text: string;
}

function message(level: number, text: string, place: Place | undefined): Message {
  if (place !== undefined) return { line: place.line, level, text: place.text };
  return environmental.test(text) ? { level, text, environment: true } : { level, text };
}

function atLine(text: string, directory: string, names: ReadonlySet<string>): Place | undefined {
  const match = /^(?:\.\/)?(.*?):(\d+): (.*)$/.exec(text);
  if (match === null) return undefined;
  // 247 joins our ./NAME to the folder as it stands.
  const path = (match[1] ?? '').replace('/./', '/');
  const name = path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
  return names.has(name) ? { name, line: Number(match[2]), text: match[3] ?? '' } : undefined;
}

/** The first of our units the text names; a template is judged as an instance of it. */
function mentioned(text: string, names: ReadonlySet<string>): string | undefined {
  for (const [candidate] of text.matchAll(unitName)) {
    if (names.has(candidate)) return candidate;
    const template = candidate.replace(/@[^@]*(?=\.[a-z]+$)/, '@');
    if (names.has(template)) return template;
  }
  return undefined;
}
