import { errnos } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import { nearest } from '../../text/edit-distance.ts';
import { INT, parseInteger } from '../numbers/integer.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import type { Candidate, ValueType } from '../value-type.ts';

const common: readonly (readonly [string, string])[] = [
  ['kill', 'the process is killed'],
  ['EPERM', 'not permitted'],
  ['EACCES', 'access denied'],
  ['ENOSYS', 'no such system call'],
  ['EUCLEAN', 'unusual enough to stand out'],
];

/** ERRNO_MAX of systemd's src/basic/errno-util.h. */
const LARGEST = 4095n;

/** systemd.exec(5), SystemCallErrorNumber=: `kill`, a name in any case, or a number. */
export const systemCallErrorNumber: ValueType = {
  parsers: ['config_parse_syscall_errno'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '' || text === 'kill' || isErrnoName(text)) return [];
    const number = parseInteger(text, { ...INT, from: 1n, to: LARGEST });
    if (typeof number === 'bigint') return [];
    const guess = number === 'range' ? undefined : nearest(text.slice(0, 60), ['kill', ...errnoNames]);
    return [
      faultAt(whole(text), {
        rule: number === 'range' ? 'value-out-of-range' : 'value-invalid',
        consequence: 'ignored',
        what: `${nameOf(context)} takes kill or an error like EPERM, not ${quoted(text)}`,
        remedy: guess && `Did you mean ${guess}?`,
        replacement: guess,
      }),
    ];
  },
  complete: (text) => ({
    ...whole(text),
    items: common.map(([label, detail]): Candidate => ({ label, detail, kind: 'keyword' })),
  }),
  describe(text) {
    if (text === 'kill') return { ...whole(text), markdown: 'The process is killed with SIGSYS.', manualValue: 'kill' };
    const markdown = describeErrno(text);
    return markdown === undefined ? undefined : { ...whole(text), markdown };
  },
};

/** What the errors mean that one gives a system call to fail with; errno(3). */
const meanings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(common.slice(1)),
  ENOENT: 'no such file or folder',
  EINTR: 'interrupted by a signal',
  EIO: 'input or output failed',
  EBADF: 'no such file descriptor',
  EAGAIN: 'try again',
  ENOMEM: 'out of memory',
  EBUSY: 'in use',
  EEXIST: 'exists already',
  EINVAL: 'invalid argument',
  EROFS: 'read-only file system',
  EPIPE: 'nobody reads',
  ENOTSUP: 'not supported',
  EOPNOTSUPP: 'not supported',
  EAFNOSUPPORT: 'no such address family',
  ECONNREFUSED: 'connection refused',
  ETIMEDOUT: 'timed out',
};

/** `EPERM, error 1: not permitted.` */
function describeErrno(text: string): string | undefined {
  const name = text.toUpperCase();
  const number = new RegExp(`^${name.replace(/\W/g, '')}\t(\\d+)`, 'm').exec(errnos)?.[1];
  if (number === undefined) return undefined;
  return `${name}, error ${number}${Object.hasOwn(meanings, name) ? `: ${meanings[name]}` : ''}.`;
}

/** Names of error numbers, errno(3). */
export const errnoNames: readonly string[] = rowsOf(errnos).map(([name]) => name!);

const known = new Set(errnoNames);

/** `errno_from_name()` of systemd's src/basic/errno-list.c minds no case. */
export const isErrnoName = (text: string): boolean => known.has(text.toUpperCase());
