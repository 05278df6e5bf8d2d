/**
 * Counts what the engine does instead of how long it takes: a machine that is busy counts the same. Every function and every
 * round of a loop in the server's own code is a step (the build adds the counter), and what is built in counts as many
 * steps as it looks at characters or elements. Regular expressions count the text they walk over once: that none walks over
 * it again and again is for `linear-regexes.test.ts`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parseAst } from 'vitest/node';

const root = fileURLToPath(new URL('../../', import.meta.url));
const STEP = '__step';
const ALL = '__all';
const counter = { n: 0 };
/** Several test files may share a process, which loads a path once. */
let engines = 0;

/** The steps of some work; built-in functions count while it runs. */
export async function stepsOf(work: () => unknown): Promise<number> {
  counter.n = 0;
  patch();
  try {
    const result = work();
    if (result instanceof Promise) await result;
    return counter.n;
  } finally {
    restore();
  }
}

/** The engine with the counter in it. `contents` says what of it is wanted, as a module that exports that. */
export async function countedEngine<T>(contents: string): Promise<T> {
  const folder = join(root, '.cache', 'growth');
  mkdirSync(folder, { recursive: true });
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  engines += 1;
  const file = join(folder, `engine-${process.pid}-${engines}.cjs`);
  writeFileSync(file, counted(outputFiles[0]!.text));
  Object.assign(globalThis, { [STEP]: step, [ALL]: all });
  try {
    return createRequire(import.meta.url)(file) as T;
  } finally {
    rmSync(file);
  }
}

const step = (): void => {
  counter.n += 1;
};

/** Spreading looks at every element. */
function all<C extends { readonly length?: number; readonly size?: number }>(elements: C): C {
  counter.n += elements?.length ?? elements?.size ?? 1;
  return elements;
}

interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Syntax;
  readonly argument?: Syntax;
}

const LOOPS = /^(For|ForOf|ForIn|While|DoWhile)Statement$/;
const FUNCTIONS = /^(ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/;

/** A script in which every function, every round of a loop and every spread element is counted. */
function counted(script: string): string {
  const insertions: { readonly at: number; readonly text: string }[] = [];
  const around = ({ start, end }: Syntax, before: string, after: string): void => {
    insertions.push({ at: start, text: before }, { at: end, text: after });
  };
  const visit = (node: Syntax): void => {
    const { type, body, argument } = node;
    if (body && (LOOPS.test(type) || FUNCTIONS.test(type))) {
      if (body.type === 'BlockStatement') insertions.push({ at: body.start + 1, text: `${STEP}();` });
      else if (FUNCTIONS.test(type)) around(body, `(${STEP}(),`, ')');
      else around(body, `{${STEP}();`, '}');
    }
    if (type === 'SpreadElement') around(argument!, `${ALL}(`, ')');
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) for (const each of child) isSyntax(each) && visit(each);
      else if (isSyntax(child)) visit(child);
    }
  };
  visit(parseAst(script) as unknown as Syntax);
  return spliced(script, insertions);
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string';

function spliced(text: string, insertions: readonly { readonly at: number; readonly text: string }[]): string {
  let result = '';
  let from = 0;
  for (const { at, text: inserted } of [...insertions].sort((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + inserted;
    from = at;
  }
  return result + text.slice(from);
}

type Method = (this: never, ...given: never[]) => unknown;
type Cost = (self: never, given: readonly unknown[], result: never) => number;

const length: Cost = (self: { length: number }) => self.length;
const found: Cost = (self: { length: number }, _given, result: number) => (result < 0 ? self.length : result + 1);
const size: Cost = (self: { size: number }) => self.size;
const resulting: Cost = (_self, _given, result: { length: number }) => result?.length ?? 1;

/** What each built-in function looks at. */
const costs: readonly (readonly [prototype: object, names: readonly string[], cost: Cost])[] = [
  [String.prototype, ['split', 'trim', 'trimEnd', 'trimStart', 'toLowerCase', 'toUpperCase', 'normalize', 'lastIndexOf'], length],
  [String.prototype, ['repeat', 'padEnd', 'padStart'], resulting],
  [String.prototype, ['indexOf'], (self: string, given, at: number) => Math.max(1, (at < 0 ? self.length : at) - Number(given[1] ?? 0))],
  [String.prototype, ['includes'], (self: string, given) => ((at) => (at < 0 ? self.length : at + 1))(indexOf.call(self, String(given[0])))],
  [Array.prototype, ['map', 'filter', 'flatMap', 'forEach', 'reduce', 'join', 'reverse', 'sort', 'flat', 'concat', 'shift', 'unshift', 'splice', 'entries'], length],
  [Array.prototype, ['indexOf', 'findIndex', 'lastIndexOf'], found],
  [Array.prototype, ['find', 'some', 'every', 'includes'], () => 1],
  [Array.prototype, ['slice'], resulting],
  [Map.prototype, ['entries', 'keys', 'values', 'forEach'], () => 1],
  [Set.prototype, ['forEach'], size],
  [RegExp.prototype, ['exec'], (_self, given, match: RegExpExecArray | null) => match ? match.index + match[0]!.length + 1 : String(given[0]).length + 1],
]; // biome-ignore format: a table

const { indexOf } = String.prototype;
let undo: (() => void)[] = [];

function patch(): void {
  for (const [prototype, names, cost] of costs) {
    for (const name of names) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
      const original = descriptor.value as Method;
      const value = function (this: never, ...given: never[]): unknown {
        const from = name === 'exec' ? (this as RegExp).lastIndex : 0;
        const { sticky, global } = name === 'exec' ? (this as RegExp) : { sticky: false, global: false };
        const result = original.apply(this, given) as never;
        counter.n +=
          sticky && result === null ? 1 : Math.max(1, cost(this, given, result) - (global || sticky ? from : 0));
        return result;
      };
      Object.defineProperty(prototype, name, { ...descriptor, value });
      undo.push(() => Object.defineProperty(prototype, name, descriptor));
    }
  }
}

function restore(): void {
  for (const back of undo) back();
  undo = [];
}
