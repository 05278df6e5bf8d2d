/** What an editor puts into the file when a snippet is taken and every default is left as it is. */
export function expandSnippet(snippet: string, variables: Readonly<Record<string, string>>): string {
  const reader = { text: snippet, at: 0 };
  return expand(reader, { variables, stops: new Map() }, '');
}

interface Reader {
  readonly text: string;
  at: number;
}

interface Scope {
  readonly variables: Readonly<Record<string, string>>;
  /** The values of the tab stops so far, for mirrors. */
  readonly stops: Map<string, string>;
}

/** Reads up to, and over, the character `until`; the empty string reads to the end. */
function expand(reader: Reader, scope: Scope, until: string): string {
  let out = '';
  while (reader.at < reader.text.length) {
    const char = reader.text[reader.at++]!;
    if (char === until) return out;
    if (char === '\\') out += reader.text[reader.at++] ?? '';
    else if (char === '$') out += placeholder(reader, scope);
    else out += char;
  }
  if (until !== '') throw new Error(`a snippet ends before "${until}"`);
  return out;
}

function placeholder(reader: Reader, scope: Scope): string {
  const bare = take(reader, /\d+|[A-Za-z_]\w*/y);
  if (bare !== undefined) return valueFor(bare, scope);
  if (take(reader, /\{/y) === undefined) return '$';
  const name = take(reader, /\d+|[A-Za-z_]\w*/y);
  if (name === undefined) throw new Error(`no name after "\${" at ${reader.at}`);
  const mark = reader.text[reader.at++];
  switch (mark) {
    case '}':
      return valueFor(name, scope);
    case ':':
      return remember(name, scope.variables[name], expand(reader, scope, '}'), scope);
    case '|':
      return remember(name, undefined, take(reader, /[^,|]*(?:,[^,|]*)*\|\}/y)!.split(/[,|]/)[0]!, scope);
    case '/':
      return transform(reader, valueFor(name, scope));
    default:
      throw new Error(`unexpected "${mark}" after "\${${name}"`);
  }
}

function transform(reader: Reader, value: string): string {
  const parts = take(reader, /(?:[^/\\}]|\\.)+\/(?:[^/\\}]|\\.)*\/[a-z]*\}/y);
  const [, pattern, format, flags] = /^((?:[^/\\]|\\.)+)\/((?:[^/\\]|\\.)*)\/([a-z]*)\}$/.exec(parts ?? '') ?? [];
  if (pattern === undefined) throw new Error(`no transform at ${reader.at}`);
  return value.replace(new RegExp(pattern, flags), format!.replace(/\\(.)/g, '$1'));
}

function valueFor(name: string, scope: Scope): string {
  if (/^\d+$/.test(name)) return scope.stops.get(name) ?? '';
  const value = scope.variables[name];
  if (value === undefined) throw new Error(`no value for $${name}`);
  return value;
}

function remember(name: string, known: string | undefined, fallback: string, scope: Scope): string {
  const value = known ?? fallback;
  scope.stops.set(name, value);
  return value;
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text)?.[0];
  reader.at += match?.length ?? 0;
  return match;
}
