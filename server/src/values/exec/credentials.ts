import { escapeAt } from '../../syntax/escapes.ts';
import { codeSpan } from '../../text/markdown.ts';
import { base64Length } from '../base64.ts';
import { since } from '../changes.ts';
import { type Located, locatedText, locatedWord, readFields } from '../located.ts';
import { notNormalized, tooLong } from '../paths/path-fault.ts';
import { completePath, pathReferences } from '../paths/path-help.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { byteLength, NAME_LIMIT, PATH_LIMIT, resolve } from '../resolve.ts';
import type { Description, Signature, ValueContext, ValueProblem, ValueType } from '../value-type.ts';

const isBehindColon = (text: string, offset: number): number => (text.slice(0, offset).includes(':') ? 1 : 0);

const credentialSignature =
  (second: string, documentation: string): ValueType['signature'] =>
  () => ({
    label: `name:${second}`,
    parameters: [
      { label: 'name', documentation: 'The credential’s name, a file name in $CREDENTIALS_DIRECTORY.' },
      { label: second, documentation },
    ],
    active: isBehindColon,
  });

const importSignature: Signature = {
  label: 'name[:prefix]',
  parameters: [
    { label: 'name', documentation: 'A name, or a beginning of names and *.' },
    { label: 'prefix', documentation: 'What the names begin with for the service; the same when not given.' },
  ],
  active: isBehindColon,
};

/** The file in which the service finds a credential, and where the data come from. */
function describeCredential(text: string, offset: number, context: ValueContext): Description | undefined {
  const { fields, rest } = readFields(text, {}, 1);
  const name = fields[0];
  if (!name || (rest !== undefined && offset >= rest)) return undefined;
  const file = codeSpan(`$CREDENTIALS_DIRECTORY/${name.text}`);
  const isNamed = rest !== undefined && rest < text.length;
  const source = isNamed ? codeSpan(text.slice(rest)) : "the service manager's own credentials";
  const decrypted = context.directive.key.endsWith('Encrypted') ? ', decrypted' : '';
  const markdown = `The service reads ${file}, which is for its user only; the data come from ${source}${decrypted}.`;
  return { ...whole(text), markdown };
}

const invalid = (at: Located | { start: number; end: number }, what: string, remedy?: string): ValueProblem =>
  faultAt('span' in at ? at.span() : at, {
    rule: 'value-invalid',
    consequence: 'ignored',
    what,
    ...(remedy && { remedy }),
  });

/** `credential_name_valid()`, src/shared/creds-util.c: a file name of printable ASCII without a colon. */
const isName = (text: string): boolean =>
  text !== '' &&
  text !== '.' &&
  text !== '..' &&
  /^[\x20-\x2e\x30-\x39\x3b-\x7e]*$/.test(text) &&
  byteLength(text) <= NAME_LIMIT;

/** Specifiers may leave nothing, such as `%i` in a unit that is not a template. */
const unnamed = (name: Located, context: ValueContext, what: string): string =>
  name.text === ''
    ? `${nameOf(context)} needs the name of a ${what}`
    : `${quoted(name.text)} stands for nothing here, and ${nameOf(context)} needs the name of a ${what}`;

function checkName(name: Located, context: ValueContext, what = 'credential'): ValueProblem | undefined {
  const resolved = resolve(name, context, { consequence: 'ignored', limit: NAME_LIMIT });
  if (resolved.problem) return resolved.problem;
  const { text } = resolved.value;
  return isName(text)
    ? undefined
    : invalid(name, text === '' ? unnamed(name, context, what) : `${quoted(text)} is not a valid name for a ${what}`);
}

/** SetCredential= and SetCredentialEncrypted=: `name:data`. */
export const setCredential: ValueType = {
  parsers: ['config_parse_set_credential'],
  repeats: 'extends',
  form: 'NAME:value',
  specifiers: 'to-colon',
  check(text, context) {
    if (text === '') return [];
    const { fields, rest = text.length } = readFields(text, {}, 1);
    const data = text.slice(rest);
    const needsData = !text.includes(':') || since(context.version, 'credentials have data');
    if (data === '' && needsData) return [invalid(whole(text), `${nameOf(context)} takes a name, a colon and data`)];
    const problem = checkName(locatedWord(fields[0]!), context) ?? checkData(data, rest, context);
    return problem ? [problem] : [];
  },
  signature: credentialSignature('data', 'The data; escapes such as \\n are decoded.'),
};

function checkData(data: string, start: number, { directive, version }: ValueContext): ValueProblem | undefined {
  if (directive.argument === '1') {
    return base64Length(data, version) === undefined
      ? invalid(locatedText(data, start), 'Encrypted data is Base64 text, and this is not complete')
      : undefined;
  }
  const at = badEscape(data, version);
  if (at === undefined) return undefined;
  const problem = invalid(
    { start: start + at, end: Math.min(start + at + 2, start + data.length) },
    'Unknown escape',
    'Write \\\\ for a backslash.',
  );
  return { ...problem, rule: 'escape-unknown' };
}

/** Where a backslash stands that begins no C escape. */
export function badEscape(text: string, version: number): number | undefined {
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at)) {
    const decoded = escapeAt(text, at + 1, version);
    if (!decoded) return at;
    at += decoded.length + 1;
  }
  return undefined;
}

/** LoadCredential= and LoadCredentialEncrypted=: `name[:source]`, the source a path or another credential's name. */
export const loadCredential: ValueType = {
  parsers: ['config_parse_load_credential'],
  repeats: 'extends',
  form: 'NAME:PATH',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const { fields, rest } = readFields(text, {}, 1);
    // A lone backslash leaves no field; in a file it would continue the line.
    if (!fields[0]) return [];
    const problem = checkName(locatedWord(fields[0]), context) ?? checkSource(text, rest, context);
    return problem ? [problem] : [];
  },
  references(text, context) {
    const { rest } = readFields(text, {}, 1);
    return rest === undefined ? [] : pathReferences([locatedText(text.slice(rest), rest)], context);
  },
  complete: (text, offset) =>
    text.slice(0, offset).includes(':') ? completePath(text, offset, { separators: ':' }) : undefined,
  describe: describeCredential,
  signature: credentialSignature(
    'source',
    'A file or socket with the data, a directory of such files, or a credential of the service manager.',
  ),
};

function checkSource(text: string, rest: number | undefined, context: ValueContext): ValueProblem | undefined {
  if (rest === undefined || rest === text.length) {
    if (since(context.version, 'credentials without a source')) return undefined;
    return invalid(whole(text), `${nameOf(context)} takes a name, a colon and a path in systemd ${context.version}`);
  }
  const source = locatedText(text.slice(rest), rest);
  const resolved = resolve(source, context, { consequence: 'ignored', limit: PATH_LIMIT });
  if (resolved.problem) return resolved.problem;
  const path = resolved.value.text;
  const fine = path.startsWith('/')
    ? !notNormalized(path) && !/\/\/|\/\.(\/|$)/.test(path) && !tooLong(path)
    : isName(path);
  return fine
    ? undefined
    : invalid(source, `"${path}" is neither an absolute path without ".." nor a credential’s name`);
}

/** ImportCredential=: `glob[:prefix]`, the glob a name or a beginning and `*`. */
export const importCredential: ValueType = {
  parsers: ['config_parse_import_credential'],
  repeats: 'extends',
  specifiers: 'to-colon',
  check(text, context) {
    if (text === '') return [];
    const { fields, rest } = readFields(text, {}, 1);
    if (!fields[0]) return [];
    const glob = locatedWord(fields[0]);
    const resolved = resolve(glob, context, { consequence: 'ignored', limit: NAME_LIMIT });
    if (resolved.problem) return [resolved.problem];
    const name = resolved.value.text;
    const stem = name.endsWith('*') ? name.slice(0, -1) : name;
    if (!(isName(stem) || (stem === '' && name === '*')) || /[*?[\]]/.test(stem)) {
      return [
        invalid(glob, `${quoted(name)} is neither a credential’s name nor the beginning of names with * at the end`),
      ];
    }
    if (rest === undefined) return [];
    const prefix = text.slice(rest);
    if (!since(context.version, 'imported credentials are renamed'))
      return [
        invalid(
          { start: rest - 1, end: text.length },
          `systemd ${context.version} cannot rename credentials, and ${quoted(text)} is not the name of one`,
        ),
      ];
    if (prefix === '' || isName(prefix)) return [];
    return [invalid({ start: rest, end: text.length }, `${quoted(prefix)} is not a valid name for a credential`)];
  },
  signature: () => importSignature,
};
