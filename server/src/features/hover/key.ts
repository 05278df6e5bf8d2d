import { contextOf, type JudgedFile } from '../../engine/judged-file.ts';
import { homesOf, nearestKey } from '../../rules/syntax/directive-unknown.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { nearest } from '../../text/edit-distance.ts';
import { codeSpan } from '../../text/markdown.ts';
import { listWords } from '../../values/problem.ts';
import type { Directive } from '../../values/value-type.ts';
import type { Environment } from '../environment.ts';
import { directiveMarkdown } from './directive.ts';

/** A directive's name: what it is; for one that systemd does not know here, where it belongs or what was meant. */
export function keyMarkdown(
  section: string,
  key: string,
  judged: JudgedFile,
  environment: Environment,
): string | undefined {
  const { version, schema } = judged;
  const { identity } = judged.source;
  const { eras: erasOf } = schema.directivesOf(identity);
  const told = (found: Directive): string => directiveMarkdown(contextOf(found, identity, version), environment);
  const eras = erasOf(section, key);
  const own = eras.find(({ from, to }) => from <= version && version <= to) ?? eras.at(-1);
  if (own && schema.sectionsOf(identity).includes(section)) return told(own);
  if (key.startsWith('X-') || section.startsWith('X-'))
    return 'Names that begin with `X-` are for other programs; systemd ignores them.';
  const [home] = homesOf(key, judged);
  const elsewhere = home === undefined ? own : erasOf(home, key).at(-1);
  if (elsewhere) return `${placeOf(key, section, judged)}\n\n${told(elsewhere)}`;
  const guess = nearestKey(key, section, judged);
  const meant = guess === undefined ? undefined : erasOf(section, guess).find(({ to }) => to >= NEWEST_VERSION);
  return meant && `Unknown directive ${codeSpan(`${key}=`)}. Did you mean \`${guess}=\`?\n\n${told(meant)}`;
}

/** Of a directive that systemd knows, but not in this section. */
function placeOf(key: string, section: string, judged: JudgedFile): string {
  const homes = homesOf(key, judged).map((home) => `[${home}]`);
  const { schema, source } = judged;
  if (homes.length > 0) return `\`${key}=\` belongs in ${listWords(homes)}; systemd ignores it in [${section}].`;
  const meant = nearest(section, schema.sectionsOf(source.identity));
  return `${schema.nameOf(source.identity)} has no section [${section}]; systemd ignores it.${meant === undefined ? '' : ` Did you mean [${meant}]?`}`;
}
