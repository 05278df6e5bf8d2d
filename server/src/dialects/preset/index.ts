import type {
  Column,
  LineContext,
  LineDialect,
  LineProblem,
  LineReference,
  ReadLine,
} from '../../engine/lines/line-dialect.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { Span } from '../../text/span.ts';
import { since } from '../../values/changes.ts';
import { hiddenFile } from '../lines/hidden-file.ts';
import { type FolderFiles, inFolders } from '../lines/identify-in-folder.ts';
import { ignoredPart, quotedText } from '../lines/problems.ts';
import { inColumns, outlineOf, wordFields } from '../lines/simple-lines.ts';
import { undecidingRules } from './preset-rules.ts';

const files: FolderFiles = {
  dialect: 'preset',
  folders: ['system-preset'],
  userFolders: ['user-preset'],
  suffix: '.preset',
};

const PAGE = 'systemd.preset(5)';
const IGNORES = 'systemctl preset ignores this line';

const PURPOSES: Readonly<Record<string, string>> = {
  enable: 'Enable the units when presets are applied',
  disable: 'Disable the units when presets are applied',
  ignore: 'Leave the units as they are when presets are applied',
};

/** Which units are enabled when a package is installed; systemd.preset(5). */
export const presetDialect: LineDialect = {
  id: 'preset',
  called: 'A preset file',
  ...inFolders(files, 'systemd/'),
  read(line) {
    const outline = outlineOf(line, '#;');
    const fields =
      outline.kind === 'entry'
        ? wordFields(outline, ['action', 'unit', 'instance'], { tokens: { action: 'property', unit: 'unit' } })
        : [];
    return { kind: outline.kind, fields };
  },
  check,
  checkAmong: (file, among) => [...hiddenFile(file, among), ...undecidingRules(file, among)],
  ...inColumns((_, context) => columnsOf(context)),
  references,
  symbol: ({ content: { fields } }) => (fields[1] ? { name: fields[1].text, detail: fields[0]!.text } : undefined),
};

const actions = ({ version }: LineContext): string[] => [
  'enable',
  'disable',
  ...(since(version, 'presets ignore units') ? ['ignore'] : []),
];

/** `read_presets()` of src/shared/install.c: only `enable` looks at what stands behind the unit. */
function check({ content: { fields } }: ReadLine, context: LineContext): LineProblem[] {
  const [action, unit, ...instances] = fields;
  if (!action) return [];
  const known = actions(context);
  if (!known.includes(action.text))
    return [
      ignoredPart(
        action,
        `${quotedText(action.text)} is not ${known.slice(0, -1).join(', ')} or ${known.at(-1)}; ${IGNORES}.`,
      ),
    ];
  if (!unit || instances.length === 0) return [];
  if (action.text !== 'enable') return [onePattern(action.text, { start: unit.start, end: instances.at(-1)!.end })];
  const name = parseUnitName(unit.text);
  if (name?.instance === '') return [];
  const rest = { start: instances[0]!.start, end: instances.at(-1)!.end };
  return [
    ignoredPart(
      rest,
      `Only templates take instances, and ${quotedText(unit.text)} is not one; ${IGNORES}. Write a line for each unit.`,
    ),
  ];
}

/** Nothing is said of it, and no unit has blanks in its name. */
const onePattern = (action: string, span: Span): LineProblem => ({
  ...ignoredPart(
    span,
    `Behind "${action}" stands one pattern, with its blanks, and no unit is called so: this line never decides. Write a line for each unit.`,
  ),
  severity: 'info',
});

function columnsOf(context: LineContext): readonly Column[] {
  const manual = { page: PAGE, heading: 'PRESET FILE FORMAT' };
  return [
    {
      name: 'action',
      label: 'Action',
      purpose: 'What is done with the units: the first line that fits a unit decides.',
      manual,
      offers: actions(context).map((label) => ({ label, kind: 'keyword', detail: PURPOSES[label]! })),
    },
    {
      name: 'unit',
      label: 'Unit',
      purpose: 'The name of a unit, or a pattern with `*`, `?` and `[…]`.',
      manual,
      sources: ['unit'],
    },
    { name: 'instance', label: 'Instances', purpose: 'Of a template the instances that are enabled.', manual },
  ];
}

function references({ content: { fields } }: ReadLine): LineReference[] {
  const [, unit] = fields;
  return unit ? [{ type: 'unit', target: unit.text, start: unit.start, end: unit.end }] : [];
}
