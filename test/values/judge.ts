import type { UnitKind } from '../../server/src/schema/kinds.ts';
import { parseUnitName } from '../../server/src/schema/unit-name.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { findDirective } from '../../server/src/units/unit-directives.ts';
import type { ValueContext, ValueProblem, ValueType } from '../../server/src/values/value-type.ts';

export interface JudgeOptions {
  readonly version?: number;
  readonly user?: boolean;
  /** Name of the unit the value stands in. */
  readonly unit?: string;
}

/** The value type of `Service.Restart`, and a context to judge values in. */
export function valueTypeFor(target: string, options: JudgeOptions = {}): { type: ValueType; context: ValueContext } {
  const [section = '', key = ''] = target.split('.');
  const version = options.version ?? NEWEST_VERSION;
  const directive = findDirective(section, key, version);
  const type = directive?.valueType;
  if (!directive || !type) throw new Error(`systemd ${version} has no ${target}=, or no value type claims it`);
  const isKind = !['Unit', 'Install'].includes(section);
  const kind = (isKind ? section.toLowerCase() : 'service') as UnitKind;
  const unit = parseUnitName(options.unit ?? `test.${kind}`);
  return { type, context: { directive, version, manager: options.user ? 'user' : 'system', kind, unit } };
}

export function problemsOf(target: string, value: string, options?: JudgeOptions): ValueProblem[] {
  const { type, context } = valueTypeFor(target, options);
  return type.check(value, context);
}

/** What is found, one line each, as `warning alwys` with the text underlined. */
export const verdicts = (target: string, value: string, options?: JudgeOptions): string[] =>
  problemsOf(target, value, options).map(({ severity, start, end }) => `${severity} ${value.slice(start, end)}`.trim());
