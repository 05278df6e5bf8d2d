import type { PlacedLine } from '../../engine/lines/line-dialect.ts';
import { withoutEnd } from '../../text/trim-end.ts';
import { overriddenLines } from '../lines/overridden.ts';
import { quotedText } from '../lines/problems.ts';
import { FIELDS, given } from './read.ts';

/** Users and groups that an earlier line makes otherwise; `item_equal()` of src/sysusers/sysusers.c. */
export const conflicts = overriddenLines({
  claimOf: ({ line: { content } }) => {
    const [type, name] = content.fields;
    const letter = type?.text[0] ?? '';
    return name && 'ug'.includes(letter)
      ? { key: `${letter} ${name.text}`, start: name.start, end: name.end }
      : undefined;
  },
  isOverridden: (earlier, later) => said(earlier) !== said(later),
  message: ({ key }, earlier) =>
    `${earlier} makes ${key.startsWith('u') ? 'the user' : 'the group'} ${quotedText(key.slice(2))} otherwise; systemd-sysusers ignores this line.`,
  acrossFiles: 'warning',
});

/** What a line says, however it is written. Whether the account is locked makes no difference here. */
const said = ({ line: { content } }: PlacedLine): string =>
  FIELDS.slice(1)
    .map((name) => withoutSlashes(given(content, name)?.text ?? ''))
    .join('\0');

/** The root folder keeps its own. */
const withoutSlashes = (path: string): string => withoutEnd(path, '/') || path.slice(0, 1);
