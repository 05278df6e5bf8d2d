import type { Field, LineContext, LineProblem } from '../../engine/lines/line-dialect.ts';
import { utf8Length } from '../../text/utf8.ts';
import { since } from '../../values/changes.ts';
import { LINE_RULES, quotedText, refusedLine } from '../lines/problems.ts';
import { hasSpecifier } from '../lines/specifiers.ts';
import { checkSpecifiers, DROPS } from './drops.ts';

/** As long as the kernel lets a path be, its end included. */
const PATH_MAX = 4096;

export function checkPath(field: Field, context: LineContext): LineProblem[] {
  const { text } = field;
  const unknown = checkSpecifiers(field, context);
  if (unknown.length > 0) return unknown;
  if (!isAbsolute(text))
    return [refusedLine(field, `The path ${quotedText(text)} does not begin with a slash; ${DROPS}.`)];
  const isMeasured = since(context.version, 'paths are checked for their length') && !hasSpecifier(text);
  if (isMeasured && utf8Length(text) >= PATH_MAX)
    return [refusedLine(field, `This path is longer than ${PATH_MAX - 1} bytes; ${DROPS}.`)];
  return legacy(field, context);
}

/** Specifiers at the start of a path that are folders. */
const FOLDERS = /^%[CDhLStTV]/;

/** A specifier may become anything, but most are no folders. */
export const isAbsolute = (text: string): boolean => text.startsWith('/') || FOLDERS.test(text);

/** What a path says behind /var/run/. */
function belowVarRun(path: string): string | undefined {
  const first = nextName(path, 0);
  if (first === undefined || !path.startsWith('var', first)) return undefined;
  const second = nextName(path, first + 'var'.length);
  if (second === undefined || !path.startsWith('run', second)) return undefined;
  const rest = nextName(path, second + 'run'.length);
  return rest === undefined || rest === path.length ? undefined : path.slice(rest);
}

/** Behind the slashes at a place, and behind dots between them; undefined where there is none. */
function nextName(path: string, slash: number): number | undefined {
  if (path[slash] !== '/') return undefined;
  let at = slash;
  while (path[at] === '/' || (path[at] === '.' && path[at + 1] === '/')) at++;
  return at;
}

/** `patch_var_run()` of src/tmpfiles/tmpfiles.c. */
function legacy({ text, ...span }: Field, { version }: LineContext): LineProblem[] {
  const rest = belowVarRun(text);
  if (rest === undefined || !since(version, '/var/run is rewritten in tmpfiles.d')) return [];
  const isPlain = span.end - span.start === text.length;
  const modern = `/run/${rest}`;
  const fix = {
    title: `Change to ${modern}`,
    edits: [{ start: span.start, end: span.end, text: modern }],
    preferred: true,
  };
  return [
    {
      start: span.start,
      end: span.end,
      rule: LINE_RULES.legacy,
      severity: 'info',
      message: `/var/run is a link to /run; systemd-tmpfiles remarks on this in the journal and uses ${modern}. Write that.`,
      ...(isPlain && { fixes: [fix] }),
    },
  ];
}
