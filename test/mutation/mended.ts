import type { JudgedAssignment } from '../../server/src/engine/judged-file.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { modernPlace } from '../../server/src/schema/legacy.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { loadUnit } from '../../server/src/units/loaded-unit.ts';
import { isScalar } from '../../server/src/values/traits.ts';
import { run } from '../cli/host.ts';

/** What `check --fix` made of a unit. */
export interface Fixed {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** The rules that have something to say of each. */
  readonly rulesBefore: ReadonlySet<string>;
  readonly rulesAfter: ReadonlySet<string>;
}

/** Runs the command line on a unit, in a folder of its own that exists in memory only. */
export async function fixed(name: string, before: string): Promise<Fixed> {
  const path = `units/${name}`;
  const rulesBefore = await rulesOf(path, before);
  const after = (await run(['check', '--fix', path], { [path]: before })).files[path]!;
  return { name, before, after, rulesBefore, rulesAfter: after === before ? rulesBefore : await rulesOf(path, after) };
}

async function rulesOf(path: string, text: string): Promise<ReadonlySet<string>> {
  const { stdout } = await run(['check', '--format=json', path], { [path]: text });
  return new Set((JSON.parse(stdout) as { code: string }[]).map(({ code }) => code));
}

export const newKinds = ({ rulesBefore, rulesAfter }: Fixed): string[] =>
  [...rulesAfter].filter((rule) => !rulesBefore.has(rule));

/** Keys of which something that was in force is so no longer: worked out from the assignments systemd takes, one after the other. */
export function lostIn({ name, before, after }: Fixed): string[] {
  const [old, now] = [inForce(name, before), inForce(name, after)];
  return [...old].flatMap(([key, values]) => (isWithin(values, now.get(key) ?? []) ? [] : [key]));
}

/** By section and today's key: the words in force, of a scalar as one. */
function inForce(name: string, text: string): Map<string, string[]> {
  const { judged } = createDocument(text, { path: `/etc/systemd/system/${name}`, version: NEWEST_VERSION });
  const found = new Map<string, string[]>();
  for (const assignment of judged ? loadUnit([judged]).assignments : []) {
    const { section, node, directive } = assignment;
    const place = modernPlace(section, node.key) ?? { section, key: node.key };
    const key = `${place.section}.${place.key}`;
    if (node.value.text === '') {
      found.delete(key);
      continue;
    }
    const words = takenWords(assignment);
    found.set(key, isScalar(directive!) ? [words.join(' ')] : [...(found.get(key) ?? []), ...words]);
  }
  return found;
}

/** Without the entries that systemd ignores, and what it reads as the same put alike. */
function takenWords({ node, problems }: JudgedAssignment): string[] {
  const taken = [...node.value.text];
  for (const { effect, start, end } of problems) if (effect === 'part') taken.fill(' ', start, end);
  const text = taken
    .join('')
    .replaceAll('/var/run/', '/run/')
    .replace(/^syslog\b/, 'journal')
    .replace(/^!!/, '');
  return text.split(/\s+/).filter((word) => word !== '');
}

function isWithin(words: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const word of all) if (word === words[at]) at++;
  return at === words.length;
}
