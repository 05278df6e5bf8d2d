import { expect, test } from 'vitest';
import { completion } from '../../server/src/features/completion/index.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { kindOfSection } from '../../server/src/schema/kinds.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import type { Directive } from '../../server/src/values/value-type.ts';
import { testEnvironment } from './environment.ts';

/** One directive for each parser of systemd 262 that has values. */
const directives = new Map<string, Directive>();
for (const directive of allDirectives()) {
  const { parser, to } = directive;
  if (to >= NEWEST_VERSION && parser !== 'config_parse_warn_compat' && !directives.has(parser)) {
    directives.set(parser, directive);
  }
}

/** Parsers whose values are anyone's to choose: there is nothing to offer. */
const free: readonly string[] = [
  'config_parse_unit_string_printf',
  'config_parse_reboot_parameter',
  'config_parse_bus_name',
  'config_parse_luo_sessions',
  'config_parse_exec_input_text',
  'config_parse_exec_input_data',
  'config_parse_set_credential',
  'config_parse_load_credential',
  'config_parse_import_credential',
  'config_parse_managed_oom_rules',
];

const kindOf = ({ section }: Directive) => kindOfSection(section) ?? 'service';

async function offered(directive: Directive) {
  const text = `[${directive.section}]\n${directive.key}=`;
  const document = createDocument(text, { path: `/w/a.${kindOf(directive)}`, version: NEWEST_VERSION });
  const environment = testEnvironment();
  for (const name of ['b.service', 'b.slice', 'b.socket', 'b.target']) environment.units.add(`/w/${name}`, 'workspace');
  return await completion(document, text.length, environment);
}

test('every value type offers something, save those that take anything', async () => {
  const silent: string[] = [];
  for (const [parser, directive] of directives) if ((await offered(directive)).length === 0) silent.push(parser);
  expect(silent.filter((parser) => !free.includes(parser))).toEqual([]);
  expect(free.filter((parser) => !directives.has(parser))).toEqual([]);
});

/** Values of several parts, of which the first is offered first. */
const inParts = ['config_parse_bpf_foreign_program', 'config_parse_cgroup_nft_set'];

/** No value is right: systemd complains of the directive itself. */
const isOutOfPlace = ({ section, key }: Directive): boolean =>
  !['Service', 'Scope'].includes(section) && /^Delegate(?:Subgroup)?$/.test(key);

/** Beginnings of a value: more has to be written after them. */
const isBeginning = (insert: string): boolean => /[=:./~^@!|+-]$|^FIELD/.test(insert);

test('whatever is offered, systemd takes', async () => {
  const refused: string[] = [];
  for (const directive of allDirectives().filter(({ to }) => to >= NEWEST_VERSION)) {
    if (inParts.includes(directive.parser) || isOutOfPlace(directive)) continue;
    const type = directive.valueType;
    const kind = kindOf(directive);
    const context = { directive, version: NEWEST_VERSION, manager: 'system', kind, unit: undefined } as const;
    for (const { label, kind: sort } of type?.complete?.('', 0, context)?.items ?? []) {
      if (!['keyword', 'value', 'number'].includes(sort) || isBeginning(label)) continue;
      const problem = type
        ?.check(label, context)
        .find(({ severity }) => severity === 'error' || severity === 'warning');
      if (problem) refused.push(`${directive.section}.${directive.key}=${label}: ${problem.message}`);
    }
  }
  expect(refused).toEqual([]);
});
