import { readWords } from '../../syntax/words.ts';
import { codeSpan } from '../../text/markdown.ts';
import { since } from '../changes.ts';
import { readFields } from '../fields.ts';
import { locatedText } from '../located.ts';
import { expandReference } from '../resolve.ts';
import type { Description, ValueContext } from '../value-type.ts';

/** The folders of each sort of data, for the system manager and a user's; systemd.exec(5), "Table 2". */
const roots: Readonly<Record<string, readonly [system: string, user: string, variable: string, kept: string]>> = {
  RuntimeDirectory: [
    '/run',
    '$XDG_RUNTIME_DIR',
    'RUNTIME_DIRECTORY',
    'gone when the unit stops, unless `RuntimeDirectoryPreserve=` keeps it',
  ],
  StateDirectory: ['/var/lib', '$XDG_STATE_HOME', 'STATE_DIRECTORY', 'kept'],
  CacheDirectory: ['/var/cache', '$XDG_CACHE_HOME', 'CACHE_DIRECTORY', 'kept; what is in it can be made again'],
  LogsDirectory: ['/var/log', '$XDG_STATE_HOME/log', 'LOGS_DIRECTORY', 'kept'],
  ConfigurationDirectory: ['/etc', '$XDG_CONFIG_HOME', 'CONFIGURATION_DIRECTORY', 'kept'],
};

/** Until 253 a user's services had no $XDG_STATE_HOME (NEWS of 254). */
const homeOf = (root: string, { version }: ValueContext): string =>
  since(version, 'user managers have a state directory') ? root : root.replace('$XDG_STATE_HOME', '$XDG_CONFIG_HOME');

/** Where the folder lies, who owns it, how long it stays, and how the program learns of it. */
export function describeDirectory(text: string, offset: number, context: ValueContext): Description | undefined {
  const root = roots[context.directive.key];
  const word = readWords(text, { unquote: true, retainEscape: true }).words.find(
    ({ start, end }) => start <= offset && offset <= end,
  );
  const [name, link] = word ? readFields(word.text, { cunescape: true }).fields : [];
  if (!root || !word || !name) return undefined;
  const [system, user, variable, kept] = root;
  const above = context.manager === 'user' ? homeOf(user, context) : system;
  const folder = (part: string): string => codeSpan(`${above}/${expandReference(locatedText(part), context) ?? part}`);
  const owner = context.directive.key === 'ConfigurationDirectory' ? 'root' : 'the user of the unit';
  const also = link?.text ? ` ${folder(link.text)} leads to it.` : '';
  const markdown = `${folder(name.text)}, made when the unit starts${context.manager === 'user' ? '' : `, for ${owner}`}; ${kept}. The program finds it in \`$${variable}\`.${also}`;
  return { start: word.start, end: word.end, markdown };
}
