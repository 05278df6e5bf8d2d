/**
 * No regular expression walks over a text again and again: each literal of the server is judged by recheck, which looks for a text
 * that takes more than a number of steps for each of its characters. The readers of manual pages are left out: those texts come
 * with systemd, not with what is opened.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

const source = fileURLToPath(new URL('../../server/src', import.meta.url));

/** Superlinear ones that may stay, with what keeps their texts short. */
const ALLOWED: Readonly<Record<string, string>> = {
  'cli/terminal.ts': 'lines of manual pages and of our own texts',
  'node/native-paths.ts': 'a path has at most a few thousand characters',
  'syntax/placeholders.ts': 'each repetition ends after 80 characters',
  'text/markdown.ts': 'behind each & one word is looked at, and words do not overlap',
  'features/new-unit/texts.ts': 'an answer that was typed into a wizard',
  'features/explain/differences.ts': 'a question that was typed',
  'features/explain/explain-directives.ts': 'a question that was typed',
  'features/templates/index.ts': 'templates of our own',
  'rules/syntax/directive-section.ts': 'a setting ends in one line end',
};

/** By steps and not by time, so that a quick machine finds what a slow one finds: recheck would give up after seconds. */
const EFFORT = {
  ...{ timeout: null, attackTimeout: null, incubationTimeout: null, seedingTimeout: null },
  ...{ randomSeed: 1, maxNFASize: 1500, seedingLimit: 500, incubationLimit: 5000, attackLimit: 1_000_000 },
};

interface Literal {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

type Verdict =
  | { readonly status: 'safe' | 'unknown' }
  | {
      readonly status: 'vulnerable';
      readonly complexity: { readonly summary: string };
      readonly attack: { readonly pattern: string };
    };

interface Recheck {
  checkSync(pattern: string, flags: string, options: typeof EFFORT): Verdict;
}

// In this process: neither a JVM nor a binary.
process.env.RECHECK_SYNC_BACKEND = 'pure';
const { checkSync } = createRequire(import.meta.url)('recheck') as Recheck;

interface Syntax {
  readonly type: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string';

function literalsIn(file: string): Literal[] {
  const found: Literal[] = [];
  const visit = (node: Syntax): void => {
    if (node.regex) found.push({ file: file.split(sep).join('/'), ...node.regex });
    for (const child of Object.values(node)) for (const each of [child].flat()) if (isSyntax(each)) visit(each);
  };
  visit(parseAst(readFileSync(join(source, file), 'utf8'), { lang: 'ts' }) as unknown as Syntax);
  return found;
}

function allLiterals(): Literal[] {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts') && !file.startsWith('manual')).flatMap(literalsIn);
}

/** What is wrong with an expression; undefined where nothing was found. */
function faultOf({ pattern, flags }: Literal): string | undefined {
  const result = checkSync(pattern, flags, EFFORT);
  return result.status === 'vulnerable'
    ? `${result.complexity.summary}, for ${result.attack.pattern.slice(0, 100)}`
    : undefined;
}

test('a bad expression is found', () => {
  expect(faultOf({ file: '', pattern: '\\s+$', flags: '' })).toMatch(/2nd degree polynomial/);
  expect(faultOf({ file: '', pattern: '^\\s+$', flags: '' })).toBeUndefined();
});

test('no expression takes more steps than the text is long', { timeout: 3_600_000 }, () => {
  const literals = allLiterals();
  expect(literals.length).toBeGreaterThan(400);
  const judged = new Map<string, string | undefined>();
  const bad: string[] = [];
  for (const literal of literals) {
    const { file, pattern, flags } = literal;
    const text = `/${pattern}/${flags}`;
    if (!judged.has(text)) judged.set(text, faultOf(literal));
    const fault = judged.get(text);
    if (fault && !ALLOWED[file]) bad.push(`${file}: ${text} is ${fault}`);
  }
  expect(bad).toEqual([]);
});
