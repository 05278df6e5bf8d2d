// Writes l10n/bundle.l10n.json, what translators translate, from every t('…') of the client:
// node client/scripts/localization.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const bundleFile = join(repository, 'l10n/bundle.l10n.json');

const CALL = /(?<![\w.$]|function )t\(\s*('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\$])*`)?/g;

/** The messages in a source text; undefined where `t` is called with something else than a literal. */
export const messagesOf = (source) => [...source.matchAll(CALL)].map(([, literal]) => literal && textOf(literal));

/** What a literal says, without its quotes and backslashes. */
const textOf = (literal) =>
  literal.slice(1, -1).replace(/\\(.)/gs, (_, character) => (character === 'n' ? '\n' : character));

/** What the client shares with the engine, and hands its own `t`. */
const SHARED = 'server/src/features/why/exit-reasons.ts';

/** Every source file whose texts the client shows, as [path, text]. */
export const clientSources = () => {
  const folder = join(repository, 'client/src');
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.ts'));
  const own = names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  return [...own, [SHARED, readFileSync(join(repository, SHARED), 'utf8')]];
};

/** Each message under itself, in the order of the alphabet. */
export function bundle() {
  const messages = new Set(clientSources().flatMap(([, text]) => messagesOf(text).filter(Boolean)));
  return Object.fromEntries([...messages].sort().map((message) => [message, message]));
}

const ACCENTS = { a: 'á', e: 'ë', i: 'ï', o: 'ø', u: 'ü', A: 'Å', E: 'É', I: 'Ï', O: 'Ø', U: 'Û' };
/** Placeholders, icons, links and code mean something to a program. */
const KEPT = /\{\d+\}|\$\([\w-]+\)|\]\([^)]*\)|`[^`]*`/;

/** A translation everybody can read and nobody can overlook: `[Stárt]`. */
export const pseudo = (text) =>
  `[${text
    .split(new RegExp(`(${KEPT.source})`))
    .map((part) => (KEPT.test(part) ? part : part.replace(/[aeiou]/gi, (vowel) => ACCENTS[vowel])))
    .join('')}]`;

/** The same strings in the pseudo-translation. */
export const pseudoOf = (strings) =>
  Object.fromEntries(Object.entries(strings).map(([key, text]) => [key, pseudo(text)]));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `${JSON.stringify(bundle(), null, 2)}\n`;
  if (!process.argv.includes('--check')) writeFileSync(bundleFile, text);
  else if (readFileSync(bundleFile, 'utf8') !== text) {
    console.error('l10n/bundle.l10n.json is out of date: run node client/scripts/localization.mjs');
    process.exitCode = 1;
  }
}
