import { since } from '../changes.ts';
import { expandLocated, type Located, locatedText, partOf } from '../located.ts';
import { type Consequence, faultAt, nameOf, problem } from '../problem.ts';
import { byteLength, expandReference, PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { notNormalized, pathFault, tooLong, unquotedPath } from './path-fault.ts';
import { completePath, pathReferences } from './path-help.ts';

const withoutDash = (text: string): Located => partOf(locatedText(text), text.startsWith('-') ? 1 : 0);

/** EnvironmentFile=: one path as it stands, `-` in front of it when the file may be missing. */
export const environmentFile: ValueType = {
  parsers: ['config_parse_unit_env_file'],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    return checkOne(withoutDash(text), context, 'ignored');
  },
  references: (text, context) => pathReferences([withoutDash(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** WorkingDirectory=: a path or `~`, `-` in front of either when it may be missing. */
export const workingDirectory: ValueType = {
  parsers: ['config_parse_working_directory'],
  repeats: 'replaces',
  form: 'path',
  specifiers: 'all',
  check(text, context) {
    const optional = text.startsWith('-');
    const path = optional ? text.slice(1) : text;
    if (text === '' || path === '~') return [];
    return checkOne(withoutDash(text), context, optional ? 'ignored' : 'refused');
  },
  describe(text) {
    if (!/^-?~$/.test(text)) return undefined;
    return { start: 0, end: text.length, markdown: 'The home directory of the user in `User=`.' };
  },
  references: (text, context) => pathReferences([withoutDash(text)], context),
  complete: (text, offset) => ({
    ...completePath(text, offset, { only: 'directory' }),
    items: text === '' ? [{ label: '~', kind: 'keyword', detail: 'home directory of User=' }] : [],
  }),
};

/** PIDFile=: absolute, or below the runtime directory. */
export const pidFile: ValueType = {
  parsers: ['config_parse_pid_file'],
  repeats: 'replaces',
  form: 'path',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const limited = since(context.version, 'paths are checked for their length');
    const plain = { consequence: 'ignored' } as const;
    const resolved = resolve(locatedText(text), context, limited ? { ...plain, limit: PATH_LIMIT } : plain);
    if (resolved.problem) return [resolved.problem];
    const { value } = resolved;
    if (value.text === '') return [];
    const checked = since(context.version, 'PIDFile= is checked');
    const relative = !value.text.startsWith('/');
    if (byteLength(value.text) > PATH_LIMIT) return [longPidFile(value)];
    const fault = relative
      ? relativeFault(value, context.version)
      : pathFault(value, context, { consequence: 'refused', noApiVfs: checked });
    if (fault) return [fault];
    const inner = relative ? unquotedPath(value) : undefined;
    if (inner !== undefined) return [quotedPidFile(value, inner)];
    return checked && /^\/+var\/+run\//.test(value.text) ? [legacy(text, context)] : [];
  },
  references(text, context) {
    const root = context.manager === 'user' ? '/run/user/0' : '/run';
    const path = expandReference(locatedText(text), context);
    if (!path) return [];
    return [{ start: 0, end: text.length, type: 'path', target: path.startsWith('/') ? path : `${root}/${path}` }];
  },
  complete: (text, offset) => completePath(text, offset),
};

const longPidFile = (path: Located): ValueProblem =>
  faultAt(path.span(), {
    rule: 'value-out-of-range',
    consequence: 'refused',
    what: `This is longer than the ${PATH_LIMIT} bytes systemd takes here`,
  });

/** `"/run/a.pid"` begins with a quote, not with a slash. */
function quotedPidFile(path: Located, inner: string): ValueProblem {
  const message =
    'The quotes are a part of the path, so systemd looks for it below its runtime directory. Leave them out.';
  return problem(path.span(), 'value-ineffective', message, { severity: 'info', replacement: inner, isGuess: true });
}

function relativeFault(path: Located, version: number): ValueProblem | undefined {
  const bad = path.text === '.' ? undefined : (notNormalized(path.text) ?? tooLong(path.text, version));
  if (!bad) return undefined;
  const what = 'PIDFile= does not accept a path with ".." or with a name of more than 255 bytes';
  return faultAt(path.span(bad.start, bad.end), { rule: 'path-invalid', consequence: 'refused', what });
}

function legacy(text: string, context: ValueContext): ValueProblem {
  const at = text.indexOf('/var/run/');
  const what = `${nameOf(context)} names the legacy directory /var/run/, which systemd reads as /run/`;
  const span = at < 0 ? { start: 0, end: text.length } : { start: at, end: at + '/var/run/'.length };
  const fix = at < 0 ? {} : { replacement: '/run/' };
  return faultAt(span, { rule: 'legacy-path', consequence: 'noted', what, ...fix });
}

/** What fstab(5) calls a device by; the unit of a swap is named after the path it becomes. */
const TAG = /^(LABEL|UUID|PARTUUID|PARTLABEL)=/;

/** What= of mounts and swaps: a path, a tag such as UUID=…, or whatever the file system takes. */
export const mountNode: ValueType = {
  parsers: ['config_parse_mount_node'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const resolved = resolve(locatedText(text), context, { consequence: 'ignored', limit: PATH_LIMIT });
    if (resolved.problem) return [resolved.problem];
    const { value } = resolved;
    if (context.directive.section !== 'Swap' || value.text === '' || TAG.test(value.text)) return [];
    const fault = pathFault(value, context, { consequence: 'refused' });
    return fault ? [fault] : [];
  },
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => ({
    ...completePath(text, offset),
    items: ['UUID=', 'LABEL=', 'PARTUUID=', 'PARTLABEL='].map((label) => ({ label, kind: 'prefix' as const })),
  }),
};

/** Settings whose argument is set refuse the unit instead of ignoring the line: RootDirectory= and its like. */
const isFatal = ({ directive }: ValueContext): boolean => directive.argument === 'true';

/** One absolute path, unquoted, with specifiers. Empty resets. */
export const absolutePath: ValueType = {
  parsers: ['config_parse_unit_path_printf'],
  repeats: 'replaces',
  specifiers: 'all',
  check(text, context) {
    const path = locatedText(text);
    // The empty value resets, also when a specifier left nothing.
    const empty = expandLocated(path, context);
    return empty.text === '' && !empty.unknown ? [] : checkOne(path, context, isFatal(context) ? 'refused' : 'ignored');
  },
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** PathExists= and its like in [Path]. */
export const watchedPath: ValueType = {
  parsers: ['config_parse_path_spec'],
  repeats: 'extends',
  emptyClears: /^(Path|DirectoryNotEmpty)/,
  specifiers: 'all',
  check: (text, context) => (text === '' ? [] : checkOne(locatedText(text), context, 'ignored')),
  references: (text, context) => pathReferences([locatedText(text)], context),
  complete: (text, offset) => completePath(text, offset),
};

/** The faults of one path that must be there. */
function checkOne(path: Located, context: ValueContext, consequence: Consequence): ValueProblem[] {
  const resolved = resolve(path, context, { consequence, limit: PATH_LIMIT });
  if (resolved.problem) return [resolved.problem];
  const fault = pathFault(resolved.value, context, { consequence });
  return fault ? [fault] : [];
}
