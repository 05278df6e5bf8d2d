import { allRules } from '../../dialects/rules.ts';
import { webAddress } from '../../manual/index.ts';
import type { Rule } from '../../rules/unit-rule.ts';
import { printableJson } from '../../text/printable.ts';
import { uriPart } from '../../text/uri-part.ts';
import type { Severity } from '../../values/value-type.ts';
import type { CheckedFile, CheckProblem, ProblemFix, Region } from '../problem.ts';
import type { TargetVersion } from '../target-version.ts';
import { fingerprinted } from './fingerprint.ts';
import type { Format } from './format.ts';
import { addressOfRule } from './rule-address.ts';
import { targetsOf } from './targets-of.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0, as code-scanning services read it. */
export const sarif: Format = (files, { programVersion, target }) => {
  const results = files.flatMap((file) => resultsOf(file, file.target ?? target));
  const used = allRules.filter((rule) => results.some(({ ruleId }) => ruleId === rule.id));
  const driver = {
    name: 'systemd-units',
    ...(programVersion !== '' && { version: programVersion, semanticVersion: programVersion }),
    // What is checked against; the program itself has no page on the web.
    informationUri: webAddress('systemd.syntax(7)'),
    rules: used.map(descriptor),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${printableJson(log, 2)}\n`;
};

function descriptor({ id, docs }: Rule): unknown {
  const { what, why, bad, good } = docs;
  const example = (title: string, text?: string): string => (text === undefined ? '' : `\n\n${title}\n\n${text}`);
  const text = `${what} ${why}${example('Not like this:', bad)}${example('But like this:', good)}`;
  const helpUri = addressOfRule(id);
  return { id, shortDescription: { text: what }, fullDescription: { text: `${what} ${why}` }, help: { text }, helpUri };
}

const resultsOf = (file: CheckedFile, target: TargetVersion) =>
  fingerprinted(file).map(({ problem, fingerprint }) => result(problem, fingerprint, target));

function result(problem: CheckProblem, lineHash: string, target: TargetVersion) {
  const targets = targetsOf(problem, target);
  const artifactLocation = { uri: problem.path.split(/[\\/]/).map(uriPart).join('/') };
  return {
    ruleId: problem.code,
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(problem) } }],
    partialFingerprints: { 'systemdUnitsLine/v1': lineHash },
    ...(targets && { properties: { targets } }),
    ...(problem.fixes.length > 0 && { fixes: problem.fixes.map((each) => fix(each, artifactLocation)) }),
  };
}

const fix = ({ title, edits }: ProblemFix, artifactLocation: unknown): unknown => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation,
      replacements: edits.map((edit) => ({ deletedRegion: region(edit), insertedContent: { text: edit.text } })),
    },
  ],
});

const region = ({ line, column, endLine, endColumn }: Region): unknown => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});
