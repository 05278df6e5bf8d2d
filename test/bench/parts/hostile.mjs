// Text that is bad for whoever reads it: every shape that makes some reader look at the same characters again and again.
const repeat = (part) => (length) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
const between = (head, part, tail) => (length) => head + repeat(part)(length) + tail;

const PARTS = [
  'a', 'a ', '0', '9', '1 ', '1s', '1.', '1..2,', '1-2,', '.', '..', '-', '-a ', '_', '/', '/a', '/a/..', '/./', '/a ', '/a:', '/run/a ',
  ':', 'a:', '::', '[', ']', '[::1]:', '(', '{', '${', '${A}', '$A ', '$', '%', '%%', '%i', '%I', '%Q', '%n ', '@', 'a@', '@mount ',
  '"', "'", '"a" ', 'a"', '\\', '\\\\', '\\x41', '\\xc3', '\\xff', '\\101', '\\q', ',', 'a,', ';', ' ; ', '; /a ', '=', 'a=b ', 'a=', '|', '|!',
  '!', '!!', '~', '~a ', '+', '-+@:!', '<', '>', '>=1 ', '&', '*', '*-', '*/', '?', '#', ' #', ' # ', '`', '``a', '$(', '||', '^', '[a-', '[a]',
  '(a', '(a|', 'a*', '\t', 'é', '🎉', '\ud800', '\x01', 'a.service ', 'a.b.', 'b@%i.service ', 'man:a(1) ', 'http://', 'Mon,', 'Mon..Fri ', '1,', '12:',
  'date +%Y ', 'CAP_CHOWN ', 'AF_INET ', 'SIGTERM ', 'yes ', 'infinity ', '1K', '0x', '1:1 ', '127.0.0.1/8 ', 'tcp:1-2 ',
  'a \\\n', 'a\\\n# c\n', '\\\n', '%i\\\n', '"a\\\n',
]; // biome-ignore format: a table

/** Texts of a length, by what they are made of. */
export const hostileTexts = [
  ...PARTS.map((part) => ({ name: JSON.stringify(part), make: repeat(part) })),
  ...[
    ['a', ' ', 'b'],
    ['a', '\t', '#'],
    ['"', 'a ', ''],
    ['/', 'a', '%Q'],
    ['~', 'a ', '"'],
    ['1', '0', 's'],
    ['a', '.', '.service'],
    ['a@', '-', '.service'],
    ['*-*-', '1,', ' '],
    ['-', ' ', '/bin/true'],
    ['man:', '(', '(1)'],
  ].map(([head, part, tail]) => ({ name: JSON.stringify([head, part, tail]), make: between(head, part, tail) })),
];
