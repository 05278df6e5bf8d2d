import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

export interface GrammarSource {
  readonly scopeName: string;
  readonly path?: string;
  readonly raw?: IRawGrammar;
}

const require = createRequire(import.meta.url);
const repository = new URL('../../', import.meta.url);
const onigLib = loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
  createOnigScanner,
  createOnigString,
}));

const own: GrammarSource = { scopeName: 'source.systemd', path: 'syntaxes/systemd.tmLanguage.json' };

/** The grammar as VS Code loads it. `others` are grammars it may include or be injected into. */
export async function loadGrammar(
  scopeName = own.scopeName,
  others: readonly GrammarSource[] = [],
  injections: readonly string[] = [],
): Promise<IGrammar> {
  const sources = new Map([own, ...others].map((source) => [source.scopeName, source]));
  const registry = new Registry({
    onigLib,
    loadGrammar: async (scope) => {
      const source = sources.get(scope);
      if (source === undefined) return null;
      return source.raw ?? readGrammar(source.path!);
    },
    getInjections: () => [...injections],
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar for ${scopeName}`);
  return grammar;
}

function readGrammar(path: string): IRawGrammar {
  const url = new URL(path, repository);
  return parseRawGrammar(readFileSync(url, 'utf8'), url.pathname);
}

/** One list of tokens per line; the texts of a line's tokens joined are the line. */
export function tokenize(grammar: IGrammar, text: string): Token[][] {
  let state = INITIAL;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state, 0);
    if (result.stoppedEarly) throw new Error(`gave up on a line of ${line.length} characters`);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** The scopes of the text's innermost parts, written `part → scope`, without the parts that have only outer scopes. */
export function outline(grammar: IGrammar, text: string): string[] {
  return tokenize(grammar, text)
    .flat()
    .filter((token) => token.text.trim() !== '')
    .map((token) => `${token.text.trim()} → ${(token.scopes.at(-1) ?? '').replace(/\.systemd$/, '')}`);
}
