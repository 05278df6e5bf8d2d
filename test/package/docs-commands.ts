import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands } from '../../server/src/cli/commands.ts';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A command line that a document tells its readers. */
export interface ToldCommand {
  readonly path: string;
  readonly line: string;
}

const pagesOf = (folder: string): string[] =>
  readdirSync(join(repository, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);

/** What people read to use or change this; the change log tells what was. */
export const documents: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'server/README.md', 'examples/README.md'],
  ...['docs', 'docs/walkthrough', 'docs/rules'].flatMap(pagesOf),
];

/** Blocks by their language; one without a language has ''. */
export function blocksOf(text: string): readonly { readonly language: string; readonly body: string }[] {
  const found = [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)];
  return found.map(([, , language = '', body = '']) => ({ language, body }));
}

/** What begins a command line in running text; the commands of ours also stand without the program's name. */
const own = commands.map(({ name }) => name).join('|');
const COMMAND = new RegExp(
  `^(?:(?:npm|npx|node|sudo|git push|systemd-units|GROWTH=\\S+) .|\\.ci/run|(?:${own}) [-.\\w"'])`,
);

const withoutComment = (line: string): string => line.replace(/\s+#\s.*$/, '').trim();

function linesOf({ language, body }: ReturnType<typeof blocksOf>[number]): string[] {
  const lines = body.trim().split('\n');
  if (language === 'sh') return lines.map(withoutComment);
  return language === 'console' ? lines.flatMap((line) => (line.startsWith('$ ') ? line.slice(2) : [])) : [];
}

/** Every command line of the documents, each once a document. */
export function toldCommands(): ToldCommand[] {
  return documents.flatMap((path) => {
    const text = readFileSync(join(repository, path), 'utf8');
    const prose = text.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
    const spans = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, span = '']) => (COMMAND.test(span) ? span : []));
    const lines = [...blocksOf(text).flatMap(linesOf), ...spans];
    return [...new Set(lines)].filter(Boolean).map((line) => ({ path, line }));
  });
}
