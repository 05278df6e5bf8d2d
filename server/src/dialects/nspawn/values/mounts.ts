import { readWord } from '../../../syntax/words.ts';
import { parseBoolean } from '../../../values/boolean.ts';
import { since } from '../../../values/changes.ts';
import type { ValueType } from '../../../values/value-type.ts';
import { named } from '../../values/one-of.ts';
import { isAbsolutePath, isNormalizedPath } from '../../values/paths.ts';
import { keywords, taking } from '../../values/taking.ts';

const FIELD = { separators: ':', dontCoalesce: true } as const;

/** The parts between colons, of which the last may be all that is left; `extract_first_word()` with ":". */
function fieldsOf(text: string, most: number): string[] | undefined {
  const fields: string[] = [];
  for (let at = 0; at < text.length; ) {
    if (fields.length === most) return [...fields, text.slice(at)];
    const { word, next } = readWord(text, at, FIELD);
    if (!word) return undefined;
    fields.push(word.text);
    at = next;
  }
  return text.endsWith(':') && fields.length < most ? [...fields, ''] : fields;
}

/** `bind_mount_parse()` of src/nspawn/nspawn-mount.c: of a path of the host only that in the container is looked at. */
function isBind(text: string): boolean {
  const fields = fieldsOf(text, 2);
  if (fields === undefined || fields.length === 0) return false;
  const [source = '', target = source.replace(/^\+/, '')] = fields;
  return target.startsWith('/');
}

/** `overlay_mount_parse()`: the folders from the lowest up, of which the last but one may be left out, and where they are put. */
function isOverlay(text: string): boolean {
  const fields = fieldsOf(text, Number.POSITIVE_INFINITY) ?? [];
  if (fields.length < 3) return fields.length === 2 && !fields.includes('');
  return fields.at(-1)!.startsWith('/') && !fields.slice(0, -2).includes('');
}

const startsAtRoot = (text: string): boolean => text.startsWith('/');

/** `pivot_root_parse()`: the new root, and where the old one is put. */
function isPivot(text: string, isPath: (text: string) => boolean): boolean {
  const [root = '', ...old] = fieldsOf(text, 1) ?? [];
  return isPath(root) && old.every((path) => path === '' || isPath(path));
}

/** Files and folders of a container; systemd.nspawn(5), "[Files] section options". */
export const mounts: readonly ValueType[] = [
  taking({
    parsers: named('bind'),
    what: 'a path of the host, and behind a colon that in the container, like /srv/data:/data',
    takes: isBind,
  }),
  taking({
    parsers: named('overlay'),
    what: 'two or more folders with colons between them, the last of which is in the container, like /srv/base:/srv/changes:/data',
    takes: isOverlay,
  }),
  taking({
    parsers: named('tmpfs'),
    what: 'an absolute path, and options of the mount behind a colon, like /tmp:size=10%',
    takes: (text) => (fieldsOf(text, 1)?.[0] ?? '').startsWith('/'),
  }),
  taking({ parsers: named('inaccessible'), what: 'an absolute path', takes: (text) => text.startsWith('/') }),
  taking({
    parsers: named('pivot_root'),
    what: 'an absolute path, and behind a colon where the old root is put',
    takes: (text, { version }) =>
      isPivot(text, since(version, 'new roots of containers have no dots') ? isNormalizedPath : startsAtRoot),
  }),
  taking({ parsers: named('path'), what: 'an absolute path', takes: isAbsolutePath, empty: true, form: 'path' }),
  taking({
    parsers: named('bind_user_shell'),
    what: 'yes, no or the absolute path of a shell',
    takes: (text) => parseBoolean(text) !== undefined || isNormalizedPath(text),
    empty: true,
    items: keywords({ yes: 'the shell each user has on the host', no: 'the shell of the container' }),
  }),
];
