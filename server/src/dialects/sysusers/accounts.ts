import { judgeLines } from '../../engine/lines/judged-lines.ts';
import type { JudgedLines } from '../../engine/lines/line-dialect.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { unreadableFile } from '../../syntax/unreadable-file.ts';
import { memoizeList } from '../../text/memoize.ts';
import type { Span } from '../../text/span.ts';
import { sysusersDialect } from './index.ts';
import { given } from './read.ts';

type AccountKind = 'user' | 'group';

/** An account that a line makes, at its name; offsets in the text. A user gets a group of its name. */
export interface AccountClaim extends Span {
  readonly name: string;
  readonly kinds: readonly AccountKind[];
  /** Of the line. */
  readonly text: string;
}

/** The users and groups that the lines of a file make; `m` makes both where they are missing. */
export const accountClaims = memoizeList((file: JudgedLines): AccountClaim[] =>
  file.lines.flatMap(({ start, line: { content, text } }) => {
    const type = content.kind === 'entry' && !content.fault ? content.fields[0]?.text[0] : undefined;
    const claim = (field: 'name' | 'id', kinds: readonly AccountKind[]): AccountClaim[] => {
      const found = given(content, field);
      return found
        ? [{ name: found.text, kinds, text: text.trim(), start: start + found.start, end: start + found.end }]
        : [];
    };
    if (type === 'u') return claim('name', ['user', 'group']);
    if (type === 'g') return claim('name', ['group']);
    return type === 'm' ? [...claim('name', ['user']), ...claim('id', ['group'])] : [];
  }),
);

/** Their names, of a text by itself. */
export function accountsMadeBy(text: string): {
  readonly users: readonly string[];
  readonly groups: readonly string[];
} {
  const path = '/etc/sysusers.d/any.conf';
  const source = { path, tree: unreadableFile(text), identity: sysusersDialect.identify(path)! };
  const claims = accountClaims(judgeLines(source, { dialect: sysusersDialect, version: NEWEST_VERSION }));
  const named = (kind: AccountKind): string[] =>
    claims.filter(({ kinds }) => kinds.includes(kind)).map(({ name }) => name);
  return { users: named('user'), groups: named('group') };
}
