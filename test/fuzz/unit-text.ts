import fc from 'fast-check';

/** A replacement at a fraction of a text. */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** Lines that are right, lines that are wrong in many ways, and pieces that change what lines around them mean. */
const pieces = [
  '[Unit]\n',
  '[Service]\n',
  '[Install]\n',
  '[Servce]\n',
  '[Unit] # x\n',
  'Description=Text with %n\n',
  'After=network.target x.service\n',
  'After=network-online.target\n',
  'Requires=db.service\n',
  'Requires=\n',
  'Conflicts=db.service\n',
  'OnFailure=%n\n',
  'Type=oneshot\n',
  'Type=simpel\n',
  'ExecStart=/usr/bin/a --b | c\n',
  'ExecStart=/bin/sh -c "date +%Y" \\\n  more \\\n',
  'ExecStart=bin/a\n',
  'ExecStart=\n',
  'Environment="A=b" DB_PASSWORD=geheim\n',
  'Environment="A\n',
  'Restart=always # or not\n',
  'RestartSec=5parsec\n',
  'CPUShares=5\n',
  'MemoryLimit=1G\n',
  'ReadOnlyDirectories=/a ../b\n',
  'WantedBy=multi-user.target\n',
  'Unknwon=1\n',
  'X-Extension=1\n',
  '# a comment\n',
  '# systemd-units: ignore value-invalid\n',
  '; systemd-units: ignore-file\n',
  'no equals sign\n',
  '=no key\n',
  '\n',
  '\\\n',
  '\\ \n',
  '\r\n',
  '\r',
  '\0',
  ' ',
  '=',
  '"',
  '%',
  '\ufeff',
  '\udc80',
  '\ud83d\ude00',
];

const piece = fc.constantFrom(...pieces);

/** Lines before those that matter; with the longer ones the tree has several blocks. */
const filler = fc.constantFrom(0, 0, 0, 0, 0, 0, 90);

export const unitText: fc.Arbitrary<string> = fc
  .tuple(fc.array(piece, { maxLength: 25 }), fc.boolean(), filler, filler)
  .map(([lines, isTorn, above, below]) => {
    const torn = isTorn ? 'Requires=db.service\nConflicts=db.service\n' : '';
    const header = `[Unit]\nDescription=x\n${torn}${'After=a.service b.service\n'.repeat(above)}[Service]\n`;
    return header + lines.join('') + 'Environment=A=b\n'.repeat(below);
  });

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 60 })),
  inserted: fc.array(piece, { maxLength: 3 }).map((parts) => parts.join('')),
});

export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, { minLength: 1, maxLength: 8 });

/** Where an edit starts and ends in a text. */
export function spanOf(text: string, { at, removed }: Edit): { start: number; end: number } {
  const start = Math.floor(at * text.length);
  return { start, end: Math.min(text.length, start + removed) };
}

export function edited(text: string, edit: Edit): string {
  const { start, end } = spanOf(text, edit);
  return text.slice(0, start) + edit.inserted + text.slice(end);
}
