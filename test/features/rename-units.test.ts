import { describe, expect, test } from 'vitest';
import { danglingLinks, followRenames } from '../../server/src/features/rename/file-rename.ts';
import type { RenameChange } from '../../server/src/features/rename/rename-changes.ts';
import { type PartnerChoice, withPartners } from '../../server/src/features/rename/rename-partners.ts';
import { renameUnit } from '../../server/src/features/rename/rename-unit.ts';
import { indexOf, name, type Tree } from '../units/trees.ts';

const service = '[Service]\nExecStart=/bin/true\n';

/** The files after the edits, by their new paths; what would be asked about is left out. */
function applied(tree: Tree, changes: readonly RenameChange[]): Tree {
  const certain = changes.filter((change) => change.with === undefined);
  const files = Object.entries(tree).map(([path, text]) => {
    const lines = text.split('\n');
    // From the end, so that places before stay.
    const texts = certain.flatMap((change) => (change.type === 'text' && change.path === path ? [change] : []));
    for (const { line, start, end, text: put } of texts.sort((a, b) => b.line - a.line || b.start - a.start))
      lines[line] = `${lines[line]!.slice(0, start)}${put}${lines[line]!.slice(end)}`;
    const rename = certain.find((change) => change.type === 'file' && change.from === path);
    return [rename?.type === 'file' ? rename.to : path, lines.join('\n')];
  });
  return Object.fromEntries(files);
}

/** `old > new`, and what becomes of the partners. */
function renamed(tree: Tree, from: string, wanted: string, choice: PartnerChoice): Tree {
  const found = renameUnit(indexOf(tree), name(from), { wanted });
  if ('refusal' in found) throw new Error(found.refusal);
  return applied(tree, withPartners(found.changes, found.partners, choice));
}

describe('a unit and its partner of the same name', () => {
  const timer = '[Timer]\nOnCalendar=daily\n\n[Install]\nWantedBy=timers.target\n';
  const tree = { '/w/a.timer': timer, '/w/a.service': service };

  test.each<[string, string, Tree, PartnerChoice, Tree]>([
    ['a.service', 'b', tree, 'rename', { '/w/b.timer': timer, '/w/b.service': service }],
    [
      'a.service',
      'b',
      tree,
      'keep',
      { '/w/a.timer': timer.replace('daily', 'daily\nUnit=b.service'), '/w/b.service': service },
    ],
    [
      'a.timer',
      'b',
      tree,
      'keep',
      { '/w/b.timer': timer.replace('daily', 'daily\nUnit=a.service'), '/w/a.service': service },
    ],
    // What is asked about may be left out, and the rest holds.
    [
      'a.service',
      'b',
      tree,
      'ask',
      { '/w/a.timer': timer.replace('daily', 'daily\nUnit=b.service'), '/w/b.service': service },
    ],
    // What says already what it starts says the new name.
    [
      'a.service',
      'b',
      { '/w/a.timer': '[Timer]\nOnCalendar=daily\nUnit=a.service\n', '/w/a.service': service },
      'keep',
      { '/w/a.timer': '[Timer]\nOnCalendar=daily\nUnit=b.service\n', '/w/b.service': service },
    ],
    [
      'a.service',
      'b',
      { '/w/a.socket': '[Socket]\nListenStream=80', '/w/a.service': service },
      'keep',
      { '/w/a.socket': '[Socket]\nListenStream=80\nService=b.service', '/w/b.service': service },
    ],
    [
      'a@.service',
      'b@',
      { '/w/a@.timer': '[Timer]\n# When?\nOnCalendar=daily\n', '/w/a@.service': service },
      'keep',
      { '/w/a@.timer': '[Timer]\n# When?\nOnCalendar=daily\nUnit=b@%i.service\n', '/w/b@.service': service },
    ],
    [
      'a.path',
      'b',
      { '/w/a.path': '[Path]\n[Install]\nWantedBy=paths.target\n', '/w/a.service': service },
      'keep',
      { '/w/b.path': '[Path]\nUnit=a.service\n[Install]\nWantedBy=paths.target\n', '/w/a.service': service },
    ],
    // For each connection an instance of its own name: Service= is refused beside Accept=yes.
    ...(['rename', 'keep'] as const).flatMap((choice): [string, string, Tree, PartnerChoice, Tree][] => {
      const socket = '[Socket]\nListenStream=80\nAccept=yes\n';
      const files = { '/w/a.socket': socket, '/w/a@.service': service };
      const [kept, other] = choice === 'rename' ? ['b', 'b'] : ['a', 'b'];
      return [
        ['a.socket', 'b', files, choice, { [`/w/${other}.socket`]: socket, [`/w/${kept}@.service`]: service }],
        ['a@.service', 'b@', files, choice, { [`/w/${kept}.socket`]: socket, [`/w/${other}@.service`]: service }],
      ];
    }),
    [
      'a.socket',
      'b',
      { '/w/a.socket': '[Socket]\nListenStream=80\n', '/w/a@.service': service },
      'rename',
      { '/w/b.socket': '[Socket]\nListenStream=80\n', '/w/a@.service': service },
    ],
  ])('%s to %s, %j, partners: %s', (from, to, files, choice, expected) => {
    expect(renamed(files, from, to, choice)).toEqual(expected);
  });

  test('a socket and its template that would lose one another say so', () => {
    const parting = (socket: string) => {
      const files = { '/w/a.socket': `[Socket]\nListenStream=80\n${socket}`, '/w/a@.service': service };
      const found = renameUnit(indexOf(files), name('a.socket'), { wanted: 'b' });
      return 'refusal' in found ? [] : found.partners.map(({ to, parts }) => [to, parts]);
    };
    expect(parting('Accept=yes\n')).toEqual([['b@.service', true]]);
    expect(parting('')).toEqual([]);
  });

  test('text edits are never among what is asked about', () => {
    const found = renameUnit(indexOf(tree), name('a.service'), { wanted: 'b' });
    if ('refusal' in found) throw new Error(found.refusal);
    const asked = withPartners(found.changes, found.partners, 'ask').filter(({ with: partner }) => partner);
    expect(asked.map((change) => change.type === 'file' && change.to)).toEqual(['/w/b.timer']);
  });

  test('renamed together in an explorer need no word about one another', () => {
    const both = [
      { from: '/w/a.service', to: '/w/b.service' },
      { from: '/w/a.timer', to: '/w/b.timer' },
    ];
    const { changes, partners } = followRenames(indexOf(tree), both);
    expect(withPartners(changes, partners, 'keep')).toEqual([]);
  });
});

describe('links of the machine', () => {
  const tree = {
    '/w/a.service': service,
    '/w/a.service.d/10.conf': '[Service]\nNice=1\n',
    '/w/other.service': service,
    '/etc/systemd/system/a.service': '-> /w/a.service',
    '/etc/systemd/system/alias.service': '-> /w/a.service',
    '/etc/systemd/system/multi-user.target.wants/a.service': '-> /w/a.service',
    '/etc/systemd/system/a.service.d/10.conf': '-> /w/a.service.d/10.conf',
    '/etc/systemd/system/other.service': '-> /w/other.service',
    '/etc/systemd/system/copied.service': service,
  };

  test('that would lead nowhere are named, with where they would have to lead', () => {
    const index = indexOf(tree);
    const found = renameUnit(index, name('a.service'), { wanted: 'b' });
    if ('refusal' in found) throw new Error(found.refusal);
    const links = danglingLinks(index, found.changes).map(({ path, role, to }) => `${role} ${path} > ${to}`);
    expect(links.sort()).toEqual([
      'drop-in /etc/systemd/system/a.service.d/10.conf > /w/b.service.d/10.conf',
      'fragment /etc/systemd/system/a.service > /w/b.service',
      'fragment /etc/systemd/system/alias.service > /w/b.service',
      'link /etc/systemd/system/multi-user.target.wants/a.service > /w/b.service',
    ]);
  });
});
