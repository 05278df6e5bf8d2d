/** One line systemd wrote about a file. */
export interface Message {
  /** 1-based physical line; absent when systemd speaks of the unit as a whole. */
  readonly line?: number;
  /** Syslog level: 3 error, 4 warning, 5 notice, 6 info. */
  readonly level: number;
  readonly text: string;
  /** It tells of this machine (a missing executable or unit), not of the file. */
  readonly environment?: true;
}

export interface Verdict {
  /** The unit does not load. */
  readonly refused: boolean;
  readonly messages: readonly Message[];
}

interface Batch {
  readonly directory: string;
  readonly files: readonly string[];
  readonly judged: readonly string[];
}

const unitName = /[^\s:'",()/]+\.(?:service|socket|timer|path|mount|automount|swap|target|slice|scope|device)\b/g;
const refusal = /^Unit \S+ (?:has a bad unit file setting|failed to load properly|is bound to inactive unit)/;
const afterRefusal = /Unit configuration has fatal error, unit will not be started\.$/;
const environmental =
  /Failed to create \S+\/start:|(?:Command|Executable) .* is not (?:executable|found)|^\S+: Failed to (?:canonicalize|prepare filename)/;

/**
 * Sorts what `verify` wrote with `SYSTEMD_LOG_TARGET=console-prefixed` by file. Every file has an entry; messages
 * that name none are under the empty name, unless there is only one file to ask about.
 */
export function attribute(stderr: string, batch: Batch): Map<string, Verdict> {
  const found = new Map<string, { refused: boolean; messages: Message[] }>();
  const entry = (name: string) => {
    const known = found.get(name) ?? { refused: false, messages: [] };
    found.set(name, known);
    return known;
  };
  const names = new Set(batch.files);
  for (const name of names) entry(name);
  for (const line of stderr.split('\n')) {
    const match = /^<(\d+)>(.*)$/.exec(line);
    if (match === null) continue;
    const text = match[2] ?? '';
    const place = atLine(text, batch.directory, names);
    const name = place?.name ?? mentioned(text, names) ?? (batch.judged.length === 1 ? batch.judged[0] : '') ?? '';
    const target = entry(name);
    if (refusal.test(text)) target.refused = true;
    else if (!afterRefusal.test(text)) target.messages.push(message(Number(match[1]) & 7, text, place));
  }
  return found;
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
  const path = match[1] ?? '';
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
