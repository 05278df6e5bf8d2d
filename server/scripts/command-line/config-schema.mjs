import { oldest } from '../facts/tables.mjs';

const SHARED = ['systemdVersion', 'targets', 'podmanVersion', 'manager', 'unitPaths', 'rules'];

/** The schema of .systemd-units.json: the editor's settings of the same names, and what `check` looks at by itself. */
export function configSchema({ contributes }, rules) {
  const settings = contributes.configuration.properties;
  const shared = Object.fromEntries(SHARED.map((name) => [name, plain(settings[`systemdUnits.${name}`])]));
  const severity = { enum: shared.rules.additionalProperties.enum };
  const severities = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(rules.map(({ id, docs }) => [id, { ...severity, description: docs.what }])),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'systemd Units',
    description: 'What a project says of its units, for systemd-units check and for editors.',
    type: 'object',
    additionalProperties: false,
    definitions: { severities },
    properties: {
      $schema: { type: 'string' },
      ...shared,
      // The settings page edits texts; in a file a number may be written as one.
      systemdVersion: { ...shared.systemdVersion, type: ['string', 'integer'], minimum: oldest },
      targets: { ...shared.targets, type: ['array', 'string'] },
      rules: { description: shared.rules.description, allOf: [{ $ref: '#/definitions/severities' }] },
      include: globs(
        'The only files that are judged and formatted. Patterns count from the folder of this file: *, ?, [a-z] and ** for folders; one without a slash fits at any depth.',
      ),
      ignore: globs('Files that are neither judged nor formatted; the same patterns.'),
      overrides: {
        type: 'array',
        description: 'Severities of rules for some files. Of two that name a rule the later counts.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files', 'rules'],
          properties: { files: globs('The files that are meant.'), rules: { $ref: '#/definitions/severities' } },
        },
      },
      paths: {
        type: 'array',
        items: { type: 'string' },
        description:
          'Files and folders that are checked when the command line names none, from the folder of this file.',
      },
    },
  };
}

const globs = (description) => ({ type: 'array', items: { type: 'string' }, description });

/** Without what only VS Code knows. */
function plain({ markdownDescription, enumDescriptions, patternErrorMessage, scope, order, default: _, ...schema }) {
  return { ...schema, description: markdownDescription.replace(/[*`]/g, '') };
}
