import { isDotted, SETTINGS, settingPath, swapped } from '../../dialects/sysctl/setting-path.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Candidate } from '../../values/value-type.ts';
import type { Environment } from '../environment.ts';

/** The settings that the machine's kernel has below what has been typed, spelled as it is: with dots or slashes. */
export async function settingCandidates(typed: string, { files }: Environment): Promise<Candidate[]> {
  const [, sign = '', name = ''] = /^(-?)(.*)$/s.exec(typed)!;
  const isSpelledWithDots = isDotted(name);
  const path = isSpelledWithDots ? swapped(name) : name;
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  if (!files || /[*?[]/.test(path) || folder.split('/').some((part) => part === '.' || part === '..')) return [];
  const entries = await files.list(`${SETTINGS}${folder}`, path.slice(slash));
  return entries.map(({ name: entry, type }): Candidate => {
    const isFolder = type === 'directory';
    const whole = `${folder}${entry}${isFolder ? '/' : ''}`;
    const label = `${sign}${isSpelledWithDots ? swapped(whole) : whole}`;
    return {
      label,
      kind: isFolder ? 'folder' : 'value',
      ...(isFolder ? {} : { detail: 'of the kernel of this machine' }),
    };
  });
}

/** More of a value nobody reads in a hover. */
const LONGEST = 200;

/** What a setting is on this machine now, in Markdown; undefined where it cannot be read. */
export async function settingMarkdown(name: string, { files }: Environment): Promise<string | undefined> {
  const path = settingPath(name);
  const text = path === undefined ? undefined : (await files?.setting?.(path))?.trim().replace(/\s+/g, ' ');
  if (text === undefined) return undefined;
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return text === '' ? 'On this machine it is empty now.' : `On this machine it is ${codeSpan(shown)} now.`;
}
