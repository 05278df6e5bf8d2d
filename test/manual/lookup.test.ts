import { describe, expect, test } from 'vitest';
import { openManual, type PageSource, pageHeadings, pageMarkdown, webAddress } from '../../server/src/manual/index.ts';

/** Pages of our own making, in the form systemd's have. */
const pages: Readonly<Record<string, string>> = {
  'systemd.service(5)': page('systemd.service', '5', [
    section('NAME', 'systemd.service \\- About services'),
    section(
      'OPTIONS',
      '.PP\nThere may be [Unit] and [Install] here too.\n.PP\nThe [Service] section holds these:',
      term(
        '\\fIMode=\\fR',
        'Takes one of\n\\fBfast\\fR\nor\n\\fBslow\\fR\\&. If set to\n\\fBfast\\fR, it hurries, e\\&.g\\&. a lot\\&. Defaults to\n\\fBslow\\fR\\&.\n.sp\nAdded in version 201\\&.',
      ),
      term('\\fIWeight=\\fR\\fI\\fIn\\fR\\fR, \\fIStartWeight=\\fR\\fI\\fIn\\fR\\fR', 'How heavy\\&.'),
      term(
        '\\fIKind=\\fR',
        `One of these\\&.\n${term('\\fBbig\\fR', 'Much of it\\&.')}\n${term('\\fBsmall\\fR', 'Little of it\\&.')}`,
      ),
      term(
        '\\fIFirst=\\fR, \\fISecond=\\fR',
        'The kernel limit, a sysctl, defaults to 9\\&. First= defaults to one\\&. second is a number and defaults to DefaultSecond=\\&.\n.TS\nallbox tab(:);\nlB lB lB.\nSetting:Unit:Notes\n.T&\nl l l.\n\\fIFirst=\\fR:bytes:Mind this. Defaults to nothing\\&.\n\\fISecond=\\fR:seconds:-\n.TE',
      ),
      term(
        '\\fIWhen=\\fR',
        'As the table says\\&.\n.TS\nallbox tab(:);\nlB lB.\nCase:Result\n.T&\nl l.\n\\fBon\\fR:it runs\n\\fBoff\\fR:it rests\n.TE',
      ),
    ),
  ]),
  'systemd.unit(5)': page('systemd.unit', '5', [
    section(
      '[UNIT] SECTION OPTIONS',
      '.PP\nAbout [Unit]\\&.',
      term('\\fISame=\\fR', 'In Unit\\&.'),
      term('\\fIBindsTo=\\fR', 'Bound\\&.'),
    ),
    section('[INSTALL] SECTION OPTIONS', '.PP\nAbout [Install]\\&.', term('\\fISame=\\fR', 'In Install\\&.')),
    section(
      'SPECIFIERS',
      '.TS\nallbox tab(:);\nlB lB lB.\nSpecifier:Meaning:Details\n.T&\nl l l.\n"%i":Instance:Between the marks\\&.\n.TE',
    ),
  ]),
  'systemd.exec(5)': page('systemd.exec', '5', [
    section('ENVIRONMENT', term('\\fI$MAINPID\\fR', 'The main process\\&.'), term('\\fI$A\\fR, \\fI$B\\fR', 'Two\\&.')),
    section(
      'PROCESS EXIT CODES',
      '.TS\nallbox tab(:);\nlB lB lB.\nCode:Name:Meaning\n.T&\nl l l.\n203:EXIT_EXEC:No such program\\&.\n.TE',
    ),
    section('HISTORY', '.PP\nThe setting\n\\fIGone=\\fR\nwas removed\\&.'),
  ]),
  'systemd.special(7)': page('systemd.special', '7', [
    section('UNITS', term('getty@\\&.service, multi\\-user\\&.target', 'Known\\&.')),
  ]),
  'tool.service(8)': page('tool.service', '8', [
    section('DESCRIPTION', '.PP\nThe tool\\&.', '.SS "More"\n.PP\nEven more\\&.'),
  ]),
  'alias(1)': '.so man8/tool.service.8',
};

const read: string[] = [];
const source: PageSource = {
  pages: Object.keys(pages).map((title) => ({ name: title.slice(0, -3), section: title.slice(-2, -1) })),
  read(name, number) {
    const title =
      number === undefined ? Object.keys(pages).find((key) => key.startsWith(`${name}(`)) : `${name}(${number})`;
    read.push(title ?? name);
    return title === undefined ? undefined : pages[title];
  },
};
const manual = openManual(source);

describe('directives', () => {
  test('an entry with all that is known of it', () => {
    const text = manual.directive('systemd.service(5)', 'Service', 'Mode')!;
    expect(text).toMatchObject({
      title: 'Mode=',
      page: 'systemd.service(5)',
      version: '999.1',
      anchor: 'mode',
      webAnchor: 'Mode=',
      since: 201,
      summary: 'Takes one of fast or slow.',
      defaults: 'Defaults to slow.',
    });
    expect(text.markdown({ withoutSince: true })).toBe(
      'Takes one of `fast` or `slow`. If set to `fast`, it hurries, e.g. a lot. Defaults to `slow`.',
    );
    expect(text.markdown()).toContain('Added in version 201.');
    expect(text.excerpt(10)).toMatchObject({ complete: false });
    expect(text.excerpt(1000)).toEqual({ complete: true, markdown: text.markdown() });
  });

  test.each([
    ['Service', 'Weight', 'How heavy.', 'Weight=n'],
    ['Service', 'StartWeight', 'How heavy.', 'StartWeight=n'],
    ['Unit', 'Same', 'In Unit.', 'Same='],
    ['Install', 'Same', 'In Install.', 'Same='],
    ['Unit', 'BindTo', 'Bound.', 'BindsTo='],
    ['Service', 'Gone', 'The setting Gone= was removed.', ''],
  ])('[%s] %s', (section, key, summary, webAnchor) => {
    expect(manual.directive(undefined, section, key)).toMatchObject({ summary, webAnchor });
  });

  test('of several told together each has its own default and its own row first', () => {
    const [first, second] = ['First', 'Second'].map((key) => manual.directive(undefined, 'Service', key));
    expect(first?.defaults).toBe('Defaults to nothing.');
    expect(first?.plain()).toMatch(/^Unit: bytes\nNotes: Mind this\. Defaults to nothing\.\n/);
    expect(second?.defaults).toBe('Second is a number and defaults to DefaultSecond=.');
    expect(second?.plain()).toMatch(/^Unit: seconds\nThe kernel limit/);
  });

  test('what is not there', () => {
    expect(manual.directive(undefined, 'Service', 'Eight')).toBeUndefined();
    expect(manual.directive('nowhere(5)', 'Nothing', 'toString')).toBeUndefined();
  });

  test('one question reads one page', () => {
    read.length = 0;
    openManual(source).directive('systemd.service(5)', 'Service', 'Mode');
    expect(read).toEqual(['systemd.service(5)']);
  });

  test('what the first source lacks comes from the next', () => {
    const old: PageSource = {
      pages: [],
      read: (name) =>
        name === 'systemd.service' ? page(name, '5', [section('OPTIONS', term('\\fIOther=\\fR', 'x'))]) : undefined,
    };
    const both = openManual(old, source);
    expect(both.directive(undefined, 'Service', 'Other')?.plain()).toBe('x');
    expect(both.directive(undefined, 'Service', 'Weight')?.plain()).toBe('How heavy.');
  });
});

describe('other questions', () => {
  test.each([
    ['Mode', 'fast', 'If set to `fast`, it hurries, e.g. a lot.'],
    ['Kind', 'small', 'Little of it.'],
    ['When', 'off', 'it rests'],
  ])('%s=%s', (key, value, expected) => {
    expect(manual.value(undefined, 'Service', key, value)?.markdown()).toBe(expected);
  });

  test.each([
    ['a value nobody explains', () => manual.value(undefined, 'Service', 'Kind', 'huge'), undefined],
    ['a section', () => manual.section('service', 'Service'), 'The [Service] section holds these:'],
    ['[Unit]', () => manual.section('socket', 'Unit'), 'About [Unit].'],
    ['[Install]', () => manual.section('socket', 'Install'), 'About [Install].'],
    ['a specifier', () => manual.specifier('i'), 'Instance\nBetween the marks.'],
    ['no specifier', () => manual.specifier('%'), undefined],
    ['a unit', () => manual.unit('multi-user.target'), 'Known.'],
    ['an instance', () => manual.unit('getty@tty1.service'), 'Known.'],
    ['a unit with a page of its own', () => manual.unit('tool.service'), 'The tool.\nMore\nEven more.'],
    ['a variable', () => manual.environmentVariable('MAINPID'), 'The main process.'],
    ['a variable with its dollar', () => manual.environmentVariable('$B'), 'Two.'],
    ['an exit status', () => manual.exitStatus('203'), 'EXIT_EXEC\nNo such program.'],
    ['an exit status by name', () => manual.exitStatus('EXIT_EXEC'), 'EXIT_EXEC\nNo such program.'],
    ['a page that points to another', () => manual.heading('alias', 'more'), 'Even more.'],
  ])('%s', (_what, ask, expected) => {
    expect(ask()?.plain()).toBe(expected);
  });

  test('a whole page and its outline agree', () => {
    const found = manual.page('systemd.service')!;
    expect(found).toMatchObject({ title: 'systemd.service(5)', version: '999.1', description: 'About services' });
    const markdown = pageMarkdown(found);
    const headings = [...markdown.matchAll(/^(#+) (.*)$/gm)].map(
      ([, marks, title]) => `${marks} ${title!.replaceAll('`', '')}`,
    );
    expect(headings).toEqual(pageHeadings(found).map(({ level, title }) => `${'#'.repeat(level)} ${title}`));
    const anchor = manual.directive(undefined, 'Service', 'StartWeight')!.anchor;
    expect(pageHeadings(found).find((heading) => heading.anchor === anchor)?.title).toBe('Weight=n, StartWeight=n');
  });

  test('a heading leads to itself', () => {
    expect(manual.heading('systemd.service', 'options')?.anchor).toBe('options');
  });

  test.each([
    ['sshd(8)', 'https://man7.org/linux/man-pages/man8/sshd.8.html'],
    ['capabilities(7)', 'https://man7.org/linux/man-pages/man7/capabilities.7.html'],
    ['dbus-daemon(1)', 'https://dbus.freedesktop.org/doc/dbus-daemon.1.html'],
    ['sd_notify(3)', 'https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html'],
    [
      'org.freedesktop.systemd1(5)',
      'https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.systemd1.html',
    ],
    ['journald.conf.d(5)', 'https://www.freedesktop.org/software/systemd/man/latest/journald.conf.d.html'],
    ['sshd(1)', undefined],
    ['nginx(8)', undefined],
    ['alsactl(1)', undefined],
    ['systemdlike(1)', undefined],
  ])('the web has %s at %s', (page, address) => {
    expect(webAddress(page)).toBe(address);
  });

  test('where the web has it', () => {
    expect(webAddress('systemd.exec(5)', 'CPUWeight=weight', '262.1')).toBe(
      'https://www.freedesktop.org/software/systemd/man/262/systemd.exec.html#CPUWeight=weight',
    );
  });
});

function page(name: string, number: string, sections: readonly string[]): string {
  return `.TH "${name.toUpperCase()}" "${number}" "" "systemd 999.1" "${name}"\n.\\" a comment\n${sections.join('\n')}\n`;
}

function section(title: string, ...parts: readonly string[]): string {
  return `.SH "${title}"\n${parts.join('\n')}`;
}

function term(line: string, text: string): string {
  return `.PP\n${line}\n.RS 4\n${text}\n.RE`;
}
