import { readFileSync } from 'node:fs';
import { OPTIONS } from '../../../server/src/dialects/crypttab/options.ts';
import type { Random } from '../../mutation/random.ts';

/** What stands in a column of the lines asked about, from values.txt: good and bad ones. */
const pools: ReadonlyMap<string, readonly string[]> = readPools();

function readPools(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of readFileSync('test/oracle/lines/values.txt', 'utf8').split('\n')) {
    const tab = line.indexOf('\t');
    if (line.startsWith('#') || tab < 0) continue;
    const pool = line.slice(0, tab);
    found.set(pool, [...(found.get(pool) ?? []), JSON.parse(line.slice(tab + 1))]);
  }
  return found;
}

export const pool = (name: string): readonly string[] => pools.get(name) ?? [];

const TYPES = 'fFwdDevqQpLcbCxXrRzZmtThHaAkKy';
const MODIFIERS = ['', '!', '-', '+', '=', '~', '^', '$', '?', '!+', '+-', '!!', '++', '~+', '^~', '$!', 'x', '-+!'];
/** An argument that each type takes; none where it takes none. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  ...{ f: 'x', F: 'x', w: 'x', L: '/x', C: '/usr', c: '1:3', b: '1:3', t: 'user.a=b', T: 'user.a=b', h: '+C', H: '+C' },
  ...{ a: 'u::rw', A: 'u::rw', k: 'cap_chown=p', K: 'cap_chown=p' },
};

const argumentPools: Readonly<Record<string, string>> = {
  ...{ f: 'text', F: 'text', w: 'text', L: 'text', C: 'source', c: 'device', b: 'device', t: 'xattr', T: 'xattr' },
  ...{ h: 'attributes', H: 'attributes', a: 'acl', A: 'acl', k: 'capabilities', K: 'capabilities', d: 'text' },
};

/** Every type with every modifier, with and without an argument; every value of a column in a line that is good otherwise. */
export function tmpfilesQuestions(): string[] {
  const path = '/q/@NAME@';
  const typed = [...TYPES].flatMap((letter) =>
    MODIFIERS.flatMap((modifier) => [
      `${letter}${modifier} ${path}`,
      `${letter}${modifier} ${path} - - - - ${ARGUMENTS[letter] ?? 'x'}`,
    ]),
  );
  const columns = [
    ...pool('path').map((value) => `d ${value}`),
    ...pool('path').map((value) => `r ${value}`),
    ...pool('mode').map((value) => `d ${path} ${value}`),
    ...pool('account').flatMap((value) => [`d ${path} - ${value}`, `d ${path} - - ${value}`]),
    ...pool('age').map((value) => `d ${path} - - - ${value}`),
    ...pool('line'),
  ];
  const withArguments = Object.entries(argumentPools).flatMap(([letter, name]) =>
    pool(name).map((value) => `${letter} ${path} - - - - ${value}`),
  );
  const encoded = [
    ...pool('base64').flatMap((value) => [`f~ ${path} - - - - ${value}`, `w~ ${path} - - - - ${value}`]),
    ...pool('credential').map((value) => `f^ ${path} - - - - ${value}`),
  ];
  const specifiers = letters().flatMap((letter) => [
    `d /q/@NAME@%${letter}`,
    `f ${path} - - - - x%${letter}`,
    `t ${path} - - - - user.a=%${letter}`,
  ]);
  return [...typed, ...columns, ...withArguments, ...encoded, ...specifiers];
}

export function sysusersQuestions(): string[] {
  const types = ['u', 'g', 'm', 'r', 'u!', 'g!', 'm!', 'r!', 'U', 'x', 'u-', 'uu', 'u!!', '"u"', 'é'];
  return [
    ...types.flatMap((type) => [
      `${type} @NAME@`,
      `${type} @NAME@ adm`,
      `${type} - 1-2`,
      `${type} @NAME@ - "x" /x /bin/sh`,
    ]),
    ...pool('name').flatMap((value) => [`u ${value}`, `g ${value}`, `m ${value} adm`, `m @NAME@ ${value}`]),
    ...pool('id').flatMap((value) => [`u @NAME@ ${value}`, `g @NAME@ ${value}`]),
    ...pool('range').map((value) => `r - ${value}`),
    ...pool('gecos').map((value) => `u @NAME@ - ${value}`),
    ...pool('home').flatMap((value) => [`u @NAME@ - - ${value}`, `u @NAME@ - - - ${value}`]),
    ...pool('sysusers-line'),
    ...letters().flatMap((letter) => [`u @NAME@ - "x%${letter}"`, `u @NAME@ - - /x%${letter}`]),
  ];
}

export const sysctlQuestions = (): string[] => [...pool('sysctl')];
export const presetQuestions = (): string[] => [...pool('preset')];

/** Names with every odd character, and what there is of values that no quote carries on to the next line. */
export const environmentQuestions = (): string[] => [
  ...[...'abzAZ09_-.+ $%&/:@#;!~,?*é\t'].flatMap((each) => [`${each}X=1`, `X${each}=1`, `${each}=1`]),
  ...[
    'X',
    'X=',
    '=',
    '=x',
    ' X = 1 ',
    'export X=1',
    'export',
    'X=$Y',
    'X=${Y:-z}',
    'X=${',
    'X=$',
    'X="a" b',
    "X='a'",
    '# x',
    '; x',
  ],
];

export const binfmtQuestions = (): string[] => [
  ...['web', '', '.', '..', 'a/b', '/', 'status', 'register', 'a b', 'é', '-', '_', 'a.b', '...'].flatMap((name) => [
    `:${name}:M::\\x7fELF::/usr/bin/web:F`,
    `,${name},E,,exe,,/usr/bin/web,`,
    `:${name}`,
  ]),
  ...[':', 'x', '::', ':web:Q::x::/x:', '# x', '; x', ' :web:M::x::/x:', ':web:M::x::x:'],
];

/** Options of 262 with values of every form, and lines with too few fields. */
export const crypttabQuestions = (): string[] => [
  ...['@NAME@', '@NAME@ /dev/x', '@NAME@ /dev/x none', '@NAME@ /dev/x none luks more', '# x', '@NAME@ UUID=x -'],
  ...['tmp,swap', 'luks,loud', 'tries=3,timeout=90s,discard', ',,luks', 'luks,'].map(crypttabLine),
  ...['loud', 'quiet', 'keyscript=x', 'LUKS'].map(crypttabLine),
  // Each is a program that is started: where the value is not looked at, one is enough.
  ...[...OPTIONS].flatMap(([name, kind]) => {
    const values = ['none', 'text', 'text?'].includes(kind) ? ['x'] : CRYPTTAB_VALUES;
    return ['', ...values.map((value) => `=${value}`)].map((value) => crypttabLine(`${name}${value}`));
  }),
];

const crypttabLine = (options: string): string => `@NAME@ /dev/x none ${options}`;

const CRYPTTAB_VALUES = [
  ...['', '1', '7', '8', '512', '513', '8192', '-1', '+5', '0x100', '08', '99999999999', 'x', 'yes', 'masked', 'auto'],
  ...['/x', '/x:UUID=y', '90s', 'pkcs11:token=x'],
];

export const veritytabQuestions = (): string[] => [
  ...['@NAME@', '@NAME@ /dev/a', '@NAME@ /dev/a /dev/b', '# x'],
  ...['abcd', 'ABCD', 'abc', 'abcg', '-', '00', '0', 'ab:cd', 'abcd=', 'none', 'ab'.repeat(32)].flatMap((hash) => [
    `@NAME@ /dev/a /dev/b ${hash}`,
    `@NAME@ /dev/a /dev/b ${hash} ignore-corruption`,
    `@NAME@ /dev/a /dev/b ${hash} noauto x`,
  ]),
];

const letters = (): string[] => [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0159%_/.'];

/** Lines made of good ones by small changes: characters that are taken away, doubled or exchanged. */
export function spoilt(lines: readonly string[], count: number, { below }: Random): string[] {
  const odd = '!+-=~^$?:/%\\"\' .#0aZé\t';
  return Array.from({ length: count }, () => {
    let line = lines[below(lines.length)]!;
    for (let times = 1 + below(2); times > 0; times--) {
      const at = below(line.length);
      // The name stays whole: it keeps one line apart from the others.
      if (Math.abs(at - line.indexOf('@NAME@') - 3) < 4) continue;
      const char = odd[below(odd.length)]!;
      const [before, rest] = [line.slice(0, at), line.slice(at)];
      line = [`${before}${rest.slice(1)}`, `${before}${char}${rest}`, `${before}${char}${rest.slice(1)}`][below(3)]!;
    }
    return line;
  });
}
