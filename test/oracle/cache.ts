import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers kept on disk, one line of JSON each, so that a second run asks systemd nothing. */
export interface Cache<T> {
  get(key: string): T | undefined;
  put(entries: ReadonlyArray<readonly [string, T]>): void;
}

const directory = join(process.cwd(), '.cache/oracle');
const opened = new Map<string, Cache<unknown>>();

/** The cache of that name; `SYSTEMD_UNITS_ORACLE_CACHE=off` forgets everything. */
export function openCache<T>(name: string): Cache<T> {
  const cache = (opened.get(name) as Cache<T> | undefined) ?? read<T>(join(directory, `${name}.ndjson`));
  opened.set(name, cache as Cache<unknown>);
  return cache;
}

export function cacheKey(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 24);
}

function read<T>(path: string): Cache<T> {
  const off = process.env.SYSTEMD_UNITS_ORACLE_CACHE === 'off';
  const answers = new Map<string, T>();
  if (!off && existsSync(path)) for (const line of readFileSync(path, 'utf8').split('\n')) load(line, answers);
  return {
    get: (key) => answers.get(key),
    put(entries) {
      for (const [key, value] of entries) answers.set(key, value);
      if (off || entries.length === 0) return;
      mkdirSync(directory, { recursive: true });
      appendFileSync(path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    },
  };
}

/** Two processes may write at once; a line torn by that is a question to ask again. */
function load<T>(line: string, answers: Map<string, T>): void {
  if (line === '') return;
  try {
    const [key, value] = JSON.parse(line) as [string, T];
    answers.set(key, value);
  } catch {}
}
