import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkdownOptions } from '../../server/src/manual/index.ts';
import { blocksMarkdown } from '../../server/src/manual/markdown/blocks.ts';
import { readBlocks } from '../../server/src/manual/roff/blocks.ts';
import { readLines } from '../../server/src/manual/roff/lines.ts';

const notes = new Map([[1, 'https://example.org/a_b']]);

function markdown(roff: string, options: MarkdownOptions = {}): string {
  return blocksMarkdown(readBlocks(readLines(roff), notes), options);
}

/** What, roff, Markdown. */
const cases: readonly (readonly [string, string, string])[] = [
  ['running lines join', 'one\ntwo', 'one two'],
  ['blank line in text', 'one\n\ntwo', 'one\n\ntwo'],
  ['.sp and .PP part paragraphs', 'one\n.sp\ntwo\n.PP\nthree', 'one\n\ntwo\n\nthree'],
  ['.br breaks the line', 'one\n.br\ntwo', 'one  \ntwo'],
  ['\\c joins without blank', 'one\\c\ntwo', 'onetwo'],
  ['bold is code', 'set \\fBalways\\fR now', 'set `always` now'],
  ['names in italics are code', 'see \\fIKey=\\fR and \\fI$HOME\\fR', 'see `Key=` and `$HOME`'],
  ['placeholders are emphasised', '\\fIname\\fR@\\fIpart\\fR\\&.service', '*name*@*part*.service'],
  ['adjoining styles are one run', '\\fB\\-\\-to=\\fR\\fB\\fIPLACE\\fR\\fR', '`--to=`*PLACE*'],
  [
    'nested fonts of a whole sentence',
    '\\fIuse \\fR\\fI\\fBx\\fR\\fR\\fI, \\fR\\fI\\fBy\\fR\\fR\\fI\\&.\\fR',
    '*use* `x`, `y`.',
  ],
  ['dashes, quotes, named characters', 'a\\-b it\\*(Aqs 3\\(mu4 \\(em \\[u2026]', "a-b it's 3×4 — …"],
  ['backslash', 'a \\ex20 b', 'a \\\\x20 b'],
  ['cross reference', 'see\n\\fBfoo.bar\\fR(5)\\&.', 'see **foo.bar(5)**.'],
  [
    'web link',
    '\\m[blue]\\fBThe [x] page\\fR\\m[]\\&\\s-2\\u[1]\\d\\s+2',
    '[The \\[x\\] page](https://example.org/a_b)',
  ],
  ['link without number', '\\m[blue]\\fB\\%https://example.org/\\fR\\m[]', '<https://example.org/>'],
  ['address in text', 'at https://example.org/x_y_z, or', 'at <https://example.org/x_y_z>, or'],
  ['footnote alone', 'word\\&\\s-2\\u[1]\\d\\s+2', 'word[\\[1\\]](https://example.org/a_b)'],
  ['Markdown is escaped', 'a*b _c_ `d` <e> $f |g ~h', 'a\\*b \\_c\\_ \\`d\\` \\<e> \\$f \\|g \\~h'],
  ['section names stay', 'the [Unit] section', 'the [Unit] section'],
  ['no section name becomes a link', 'the [Unit](x)', 'the \\[Unit](x)'],
  ['snake_case stays', 'SOME_LONG_NAME', 'SOME_LONG_NAME'],
  ['entities stay text', 'a &lt; b', 'a \\&lt; b'],
  ['unit names are no mail addresses', 'getty@tty1\\&.service', 'getty\\@tty1.service'],
  ['line starts', '# one\n.PP\n\\- two\n.PP\n1\\&. three\n.PP\n> four', '\\# one\n\n\\- two\n\n1\\. three\n\n\\> four'],
  ['backquotes within code', '\\fBa`b\\fR', '``a`b``'],
  [
    'code stands verbatim',
    '.sp\n.if n \\{\\\n.RS 4\n.\\}\n.nf\n[Service]\nExecStart=/bin/a \\e\n  *b* <c>\n.fi\n.if n \\{\\\n.RE\n.\\}',
    '```systemd\n[Service]\nExecStart=/bin/a \\\n  *b* <c>\n```',
  ],
  ['code with fences', '.nf\n```\nx\n```\n.fi', '````\n```\nx\n```\n````'],
  [
    'bullets of DocBook',
    [1, 2]
      .map(
        (n) =>
          `.sp\n.RS 4\n.ie n \\{\\\n\\h'-04'\\(bu\\h'+03'\\c\n.\\}\n.el \\{\\\n.sp -1\n.IP \\(bu 2.3\n.\\}\nitem ${n}\n.RE`,
      )
      .join('\n'),
    '- item 1\n- item 2',
  ],
  [
    'numbers',
    [1, 2]
      .map(
        (n) =>
          `.sp\n.RS 4\n.ie n \\{\\\n\\h'-04' ${n}.\\h'+01'\\c\n.\\}\n.el \\{\\\n.sp -1\n.IP "  ${n}." 4.2\n.\\}\nstep\n.sp\nmore\n.RE`,
      )
      .join('\n'),
    '1. step\n\n   more\n\n2. step\n\n   more',
  ],
  ['indented lines in a row', '.RS 4\n/a\n.RE\n.RS 4\n/b\n.RE', '- /a\n- /b'],
  ['indented text', '.RS 4\none\n.sp\ntwo\n.RE', '> one\n>\n> two'],
  [
    'terms',
    '.PP\n\\fIOne=\\fR, \\fITwo=\\fR\\fI\\fIn\\fR\\fR\n.RS 4\ntext\n.sp\nmore\n.RE\n.PP\n\\fBthree\\fR\n.RS 4\n.RE',
    '- **`One=`**, **`Two=n`**  \n  text\n\n  more\n\n- **`three`**',
  ],
  [
    'terms within terms',
    '.PP\n\\fIKey=\\fR\n.RS 4\n.PP\n\\fBvalue\\fR\n.RS 4\ndeep\n.RE\n.RE',
    '- **`Key=`**\n\n  - **`value`**  \n    deep',
  ],
  [
    'hand-written terms',
    '.TP\n.B \\-x\ntext\n.TP\n.BR \\-y , \\-z\nmore',
    '- **`-x`**  \n  text\n\n- **`-y`**, **`-z`**  \n  more',
  ],
  [
    'boxes',
    '.if n \\{\\\n.sp\n.\\}\n.RS 4\n.it 1 an-trap\n.nr an-no-space-flag 1\n.nr an-break-flag 1\n.br\n.ps +1\n\\fBWarning\\fR\n.ps -1\n.br\nmind\n.sp .5v\n.RE',
    '> **Warning**\n>\n> mind',
  ],
  [
    'titles of examples',
    '.PP\n\\fBExample\\ \\&1.\\ \\&A \\fIKey=\\fR at work\\fR\n.PP\ntext',
    '**Example 1. A `Key=` at work**\n\ntext',
  ],
  [
    'tables',
    '.sp\n.it 1 an-trap\n.nr an-no-space-flag 1\n.nr an-break-flag 1\n.br\n.B Table\\ \\&1.\\ \\&What\n.TS\nallbox tab(:);\nlB lB.\nT{\nName\nT}:T{\nMeaning\nT}\n.T&\nl l\nl l.\nT{\n\\fBa|b\\fR\nT}:T{\nfirst\nT}\nT{\nc\nT}:\n.TE',
    '**Table 1. What**\n\n| Name | Meaning |\n| --- | --- |\n| `a\\|b` | first |\n| c |  |',
  ],
  ['lists side by side stay apart', '.IP \\(bu\na\n.IP "1."\nb', '- a\n\n1. b'],
  ['unknown requests keep their words', 'one\n.XY "two three"\nfour', 'one two three four'],
  ['what is open ends with the text', '.PP\n\\fIKey=\\fR\n.RS 4\n.nf\ncode', '- **`Key=`**\n\n  ```\n  code\n  ```'],
  ['too many ends', '.RE\n.RE\none\n.RE\ntwo', 'one\n\ntwo'],
];

describe('roff to Markdown', () => {
  test.each(cases)('%s', (_what, roff, expected) => {
    expect(markdown(roff)).toBe(expected);
  });

  test('references lead where the caller says', () => {
    const link = (page: string, section: string) => `man:${page}(${section})`;
    expect(markdown('\\fBfoo.bar\\fR(5)', { link })).toBe('[foo.bar(5)](man:foo.bar(5))');
  });

  test('directives lead where the caller says', () => {
    const directiveLink = (key: string) => (key === 'After' ? 'x:After' : undefined);
    expect(markdown('\\fIAfter=\\fR, \\fIBefore=\\fR', { directiveLink })).toBe('[`After=`](x:After), `Before=`');
  });

  test('terms become headings for an outline', () => {
    const roff = '.PP\n\\fIKey=\\fR\n.RS 4\n.PP\n\\fBvalue\\fR\n.RS 4\ndeep\n.RE\n.RE';
    expect(markdown(roff, { terms: 'heading' })).toBe('### `Key=`\n\n- **`value`**  \n  deep');
  });

  test('no text makes it throw', () => {
    const pieces = [
      '.PP',
      '.RS 4',
      '.RE',
      '.nf',
      '.fi',
      '.TS',
      '.TE',
      'T{',
      'T}:T{',
      '.IP \\(bu 2',
      '.ie n \\{\\',
      '.\\}',
      '.el x',
      '\\fB',
      '\\',
      '\\s',
      '\\m[',
      '\\[',
      '\\h',
      '.it 1 an-trap',
      '.B',
      '.TP',
      '.',
      "'",
      'a',
    ];
    const line = fc.oneof(fc.constantFrom(...pieces), fc.string());
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(typeof markdown(lines.join('\n'))).toBe('string');
      }),
    );
  });
});
