import { expect, test } from 'vitest';
import { contextOf } from '../../server/src/engine/judged-file.ts';
import type { Manager } from '../../server/src/schema/file-kind.ts';
import { fileKindOfPath } from '../../server/src/schema/file-kind.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { findDirective } from '../../server/src/units/unit-directives.ts';
import type { Severity, ValueContext, ValueProblem, ValueType } from '../../server/src/values/value-type.ts';

export interface Place {
  /** The file the value stands in; `a.service` and the like by the directive's section when not given. */
  readonly path?: string;
  readonly version?: number;
  readonly manager?: Manager;
}

/** The value type of `Section.Key` and the context it judges in. */
export function typeOf(
  target: string,
  { path, version = NEWEST_VERSION, manager }: Place = {},
): { type: ValueType; context: ValueContext } {
  const [section = '', key = ''] = target.split('.');
  const directive = findDirective(section, key, version);
  const suffix = ['Unit', 'Install'].includes(section) ? 'service' : section.toLowerCase();
  const kind = fileKindOfPath(path ?? `/etc/systemd/system/a.${suffix}`);
  const type = directive?.valueType;
  if (!directive || !kind || !type) throw new Error(`no value type for ${target} in ${version}`);
  return { type, context: contextOf(directive, manager ? { ...kind, manager } : kind, version) };
}

export function judge(target: string, value: string, place?: Place): readonly ValueProblem[] {
  const { type, context } = typeOf(target, place);
  return type.check(value, context);
}

/** `warning 'foo'`: the severity and the text underlined, in the order reported. */
export const outline = (value: string, problems: readonly ValueProblem[]): string[] =>
  problems.map(({ severity, start, end }) => `${severity} '${value.slice(start, end)}'`);

/** Values that bring nothing of warning or worse. */
export function accepted(target: string, values: readonly string[], place?: Place): void {
  test.each(values)(`${target}=%s is taken`, (value) => {
    expect(
      outline(
        value,
        judge(target, value, place).filter(({ severity }) => severity === 'error' || severity === 'warning'),
      ),
    ).toEqual([]);
  });
}

export type Rejected = readonly [value: string, severity: Severity, ...underlined: string[]];

/** Values with their worst severity and the texts underlined. */
export function rejected(target: string, values: readonly Rejected[], place?: Place): void {
  test.each(values.map((row) => [row[0], row] as const))(
    `${target}=%s is not`,
    (_, [value, severity, ...underlined]) => {
      const problems = judge(target, value, place);
      expect(outline(value, problems)).toEqual(underlined.map((text) => `${severity} '${text}'`));
    },
  );
}
