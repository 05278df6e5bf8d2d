import { theTarget } from '../schema/targets.ts';
import { NEWEST_VERSION } from '../schema/versions.ts';
import type { ValueContext, ValueProblem } from '../values/value-type.ts';

const WORD = /^[a-z][a-z-]{1,40}$/;

/**
 * What is said of a word that this release does not take and a later one does, which reads the directive with another
 * parser: `PrivateTmp=disconnected` was no boolean until 257. Other problems are as they were.
 */
export function tellingNewer(
  problems: readonly ValueProblem[],
  text: string,
  context: ValueContext,
): readonly ValueProblem[] {
  const [problem, ...more] = problems;
  if (!problem || more.length > 0 || problem.rule !== 'value-invalid' || !WORD.test(text)) return problems;
  const since = firstWith(text, context);
  if (since === undefined) return problems;
  const { key } = context.directive;
  const message = `${key}=${text} exists since systemd ${since}; ${theTarget(context.version)} ignores the line.`;
  return [{ ...problem, rule: 'value-too-new', message, replacement: undefined }];
}

function firstWith(text: string, { directive, ...context }: ValueContext): number | undefined {
  for (const era of directive.eras) {
    if (era.from <= context.version || era.valueType === directive.valueType) continue;
    for (let version = era.from; version <= Math.min(era.to, NEWEST_VERSION); version++) {
      if (era.valueType?.check(text, { ...context, directive: era, version }).length === 0) return version;
    }
  }
  return undefined;
}
