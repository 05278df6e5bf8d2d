import { notUtf8 } from '../../syntax/bytes.ts';
import type { Span } from '../../text/span.ts';
import { since } from '../changes.ts';
import type { Located } from '../located.ts';
import { type Consequence, faultAt, nameOf, quoted } from '../problem.ts';
import { byteLength, NAME_LIMIT, PATH_LIMIT } from '../resolve.ts';
import type { ValueContext, ValueProblem } from '../value-type.ts';

export interface PathRules {
  readonly consequence: Consequence;
  /** Only paths relative to a directory of systemd's choice; otherwise only absolute ones. */
  readonly relative?: boolean;
  /** Paths below /proc, /sys and /dev are none (PATH_CHECK_NON_API_VFS); but those below /dev may be. */
  readonly noApiVfs?: boolean | 'but /dev';
  /** The fault is in a part of the value that these words name ("the destination"). */
  readonly part?: string;
}

/** The fault of a path as `path_simplify_and_warn()` of systemd's src/shared/parse-helpers.c finds it. */
export function pathFault(path: Located, context: ValueContext, rules: PathRules): ValueProblem | undefined {
  const { text } = path;
  const subject = rules.part ? `${rules.part} of ${nameOf(context)}` : nameOf(context);
  const { consequence } = rules;
  if (!rules.relative && !text.startsWith('/')) return notAbsolute(path, context, { subject, consequence });
  if (rules.relative && text.startsWith('/')) {
    return faultAt(path.span(), {
      rule: 'path-invalid',
      consequence,
      what: `${subject} takes a path relative to a directory that systemd chooses, not an absolute one`,
      ...belowChosen(path, context),
    });
  }
  if (text === '') {
    return faultAt(path.span(), { rule: 'path-invalid', consequence, what: `${subject} names an empty path` });
  }
  const bytes = notUtf8(text);
  if (bytes >= 0) {
    const what = `${subject} takes a path in UTF-8, and this has other bytes`;
    return faultAt(path.span(bytes, bytes + 1), { rule: 'path-invalid', consequence, what });
  }
  const long = tooLong(text, context.version);
  if (long) {
    const at = path.span(long.start, long.end);
    return faultAt(at, {
      rule: 'path-invalid',
      consequence,
      what: 'No path may have a name this long: 255 bytes are the limit',
    });
  }
  const up = notNormalized(text, context.version);
  if (up) {
    const what = `${subject} does not accept a path with "${text.slice(up.start, up.end)}" as a part`;
    return faultAt(path.span(up.start, up.end), { rule: 'path-invalid', consequence, what });
  }
  const api = rules.noApiVfs === 'but /dev' ? /^\/+(proc|sys)(\/|$)/ : /^\/+(proc|sys|dev)(\/|$)/;
  if (rules.noApiVfs && api.test(text)) {
    const what = `${subject} does not accept a path below ${rules.noApiVfs === 'but /dev' ? '/proc or /sys' : '/proc, /sys or /dev'}`;
    return faultAt(path.span(), { rule: 'path-invalid', consequence, what });
  }
  return undefined;
}

function notAbsolute(
  path: Located,
  context: ValueContext,
  { subject, consequence }: { readonly subject: string; readonly consequence: Consequence },
): ValueProblem {
  const { text } = path;
  const common = { rule: 'path-invalid', consequence } as const;
  if (text === '')
    return faultAt(path.span(), { ...common, what: `${subject} needs an absolute path, and this is empty` });
  const what = `${subject} takes an absolute path, not ${quoted(text)}`;
  if (/^["']/.test(text))
    return faultAt(path.span(), {
      ...common,
      what,
      remedy: 'Quotes are part of the path here: leave them out.',
      replacement: unquotedPath(path),
    });
  if (text.startsWith('~'))
    return faultAt(path.span(), {
      ...common,
      what,
      remedy: `systemd does not expand ~ here. ${HOME_REMEDY[context.manager]}`,
      replacement: homePath(path, context),
    });
  if (text.startsWith('$'))
    return faultAt(path.span(), {
      ...common,
      what,
      remedy: `systemd does not expand variables here.${/^\$\{?HOME\b/.test(text) ? ` ${HOME_REMEDY[context.manager]}` : ''}`,
      replacement: homePath(path, context),
    });
  // `var/lib/x` lacks its first letter only.
  const isBelowRoot = /^(bin|boot|dev|etc|home|lib|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)\/[^"'\s]/.test(
    text,
  );
  const replacement = isBelowRoot && isPlain(path) ? `/${text}` : undefined;
  return faultAt(path.span(), {
    ...common,
    what,
    remedy: replacement ? `Write ${replacement}.` : 'Begin it with /.',
    replacement,
  });
}

/** The directories of systemd's choice, as the system manager has them: systemd.exec(5). */
export const CHOSEN_DIRECTORIES: Readonly<Record<string, string>> = {
  RuntimeDirectory: '/run/',
  StateDirectory: '/var/lib/',
  CacheDirectory: '/var/cache/',
  LogsDirectory: '/var/log/',
  ConfigurationDirectory: '/etc/',
};

/** `/run/app` for RuntimeDirectory=: the rest of it is what is to be written. */
function belowChosen(path: Located, { directive, manager }: ValueContext): { remedy?: string; replacement?: string } {
  const base = CHOSEN_DIRECTORIES[directive.key];
  if (!base || manager === 'user' || !path.text.startsWith(base) || !isPlain(path)) return {};
  const replacement = path.text.slice(base.length).replace(/(?<!\/)\/+$/, '');
  return replacement === '' ? {} : { remedy: `Write ${replacement}, which means ${base}${replacement}.`, replacement };
}

/** Without specifiers: what is judged is what is written. */
const isPlain = (path: Located): boolean => path.span().end - path.span().start === path.text.length;

/** What stands within quotes around an absolute path. */
export function unquotedPath(path: Located): string | undefined {
  const inner = /^(["'])(\/[^"']*)\1$/.exec(path.text)?.[2];
  return isPlain(path) ? inner : undefined;
}

/** What stands for the home directory that ~ was meant for. */
const HOME_REMEDY = {
  user: 'Write %h for your home directory.',
  system: 'Write the path in full: %h is the home directory of root here, whatever User= says.',
};

/** `~/app` of a user's own manager, where %h is what was meant. */
function homePath(path: Located, { manager }: ValueContext): string | undefined {
  const rest = /^(?:~|\$HOME|\$\{HOME\})(\/[^"'$~]*)?$/.exec(path.text);
  return rest && manager === 'user' && isPlain(path) ? `%h${rest[1] ?? ''}` : undefined;
}

/** What `path_is_valid()` (src/basic/path-util.c) says: the first part that is too long, or all of the path. */
export function tooLong(text: string, version = Number.POSITIVE_INFINITY): Span | undefined {
  if (!since(version, 'paths are checked for their length')) return undefined;
  if (text.length * 3 > NAME_LIMIT) {
    for (const part of text.matchAll(/[^/]+/g)) {
      if (byteLength(part[0]) > NAME_LIMIT) return { start: part.index, end: part.index + part[0].length };
    }
    if (byteLength(text) > PATH_LIMIT) return { start: 0, end: text.length };
  }
  return undefined;
}

/**
 * The part for which `path_is_normalized()` refuses a path after `path_simplify()`: `..`, or `.` alone. The
 * latter drops `..` right below the root, where they change nothing, in newer releases.
 */
export function notNormalized(text: string, version = 0): Span | undefined {
  const root = since(version, 'dots below the root vanish')
    ? (/^\/+(?:\.\.?(?:\/+|$))+/.exec(text)?.[0].length ?? 0)
    : 0;
  const up = /(?:^|\/)(\.\.)(?:\/|$)/.exec(text.slice(root));
  if (up) {
    const start = root + up.index + up[0].indexOf('..');
    return { start, end: start + 2 };
  }
  return /^\.(\/\.?)*$/.test(text) ? { start: 0, end: text.length } : undefined;
}
