import { parseInteger } from '../numbers/integer.ts';
import { emptyProblem, nameOf, problem, quoted, whole } from '../problem.ts';
import type { Candidate, ValueContext, ValueType } from '../value-type.ts';

/** Reads an access mode as `parse_mode()` of src/basic/parse-util.c does: octal digits, without sign or prefix. */
export function parseMode(text: string): number | 'syntax' | 'range' {
  if (/^\s*[+-]/.test(text)) return 'syntax';
  const mode = parseInteger(text, { from: 0n, to: 0o7777n, base: 8 });
  return typeof mode === 'bigint' ? Number(mode) : mode;
}

/** `rwxr-x---`, with s and t where the sticky bits are. */
export function formatMode(mode: number): string {
  return [6, 3, 0]
    .map((shift, i) => {
      const special = mode & (0o4000 >> i);
      const letter = i === 2 ? 't' : 's';
      const x = mode & (1 << shift) ? (special ? letter : 'x') : special ? letter.toUpperCase() : '-';
      return `${mode & (4 << shift) ? 'r' : '-'}${mode & (2 << shift) ? 'w' : '-'}${x}`;
    })
    .join('');
}

const suggestions: Readonly<Record<string, readonly string[]>> = {
  UMask: ['0022', '0027', '0077', '0002'],
  SocketMode: ['0600', '0660', '0666'],
};

const meaning = (mode: number, context: ValueContext): string =>
  context.directive.key === 'UMask'
    ? `Files ${formatMode(0o666 & ~mode)}, directories ${formatMode(0o777 & ~mode)}`
    : formatMode(mode);

/** Access modes: UMask=, RuntimeDirectoryMode=, SocketMode= and the like. */
export const mode: ValueType = {
  parsers: ['config_parse_mode'],
  repeats: 'replaces',
  quantity: 'mode',
  check(text, context) {
    if (text === '') return [emptyProblem(context, 'an access mode like 0755')];
    const value = parseMode(text);
    if (typeof value === 'number') return [];
    const said = value === 'range' ? `${text} has more than 07777 allows` : `${quoted(text)} is not one`;
    const rule = value === 'range' ? 'value-out-of-range' : 'value-invalid';
    return [
      problem(
        whole(text),
        rule,
        `${nameOf(context)} takes an access mode in octal digits, like 0755; ${said}, and systemd ignores this line.`,
      ),
    ];
  },
  complete(text, _offset, context) {
    const modes = suggestions[context.directive.key] ?? ['0755', '0750', '0700'];
    const items = modes.map(
      (label): Candidate => ({ label, kind: 'number', detail: meaning(Number.parseInt(label, 8), context) }),
    );
    return { ...whole(text), items };
  },
  describe(text, _offset, context) {
    const value = parseMode(text);
    return typeof value === 'number' ? { ...whole(text), markdown: `${meaning(value, context)}.` } : undefined;
  },
};
