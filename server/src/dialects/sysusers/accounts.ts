import { NEWEST_VERSION } from '../../schema/versions.ts';
import { sysusersDialect } from './index.ts';
import { given } from './read.ts';

/** The users and groups that the lines of a file make. A user gets a group of its name; `m` makes both where they are missing. */
export function accountsMadeBy(text: string): {
  readonly users: readonly string[];
  readonly groups: readonly string[];
} {
  const identity = sysusersDialect.identify('/etc/sysusers.d/any.conf')!;
  const users: string[] = [];
  const groups: string[] = [];
  for (const line of text.split('\n')) {
    const content = sysusersDialect.read(line, { identity, version: NEWEST_VERSION });
    const type = content.kind === 'entry' ? content.fields[0]?.text[0] : undefined;
    const name = given(content, 'name')?.text;
    if (name === undefined || content.fault) continue;
    if (type === 'u' || type === 'm') users.push(name);
    if (type === 'u' || type === 'g') groups.push(name);
    const group = type === 'm' ? given(content, 'id')?.text : undefined;
    if (group !== undefined) groups.push(group);
  }
  return { users, groups };
}
