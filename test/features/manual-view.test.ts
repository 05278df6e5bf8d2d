import { describe, expect, test } from 'vitest';
import { bootPosition } from '../../server/src/features/boot-position.ts';
import { createDocument } from '../../server/src/features/document.ts';
import { manualPageView } from '../../server/src/features/manual-view.ts';
import { openManual } from '../../server/src/manual/index.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { newest, realPages, skipReason, sourceOf } from '../manual/real-pages.ts';

describe.skipIf(newest === undefined)(
  `manual pages in the editor${newest === undefined ? ` (${skipReason})` : ''}`,
  () => {
    const pages = newest === undefined ? [] : realPages(newest);
    const infos = pages.map(({ title }) => ({ name: title.replace(/\(.*/, ''), section: /\((.*)\)/.exec(title)![1]! }));
    const manual = openManual({ ...sourceOf(pages), pages: infos });

    test('a page states its version, has contents, and links that lead somewhere', () => {
      const view = manualPageView(manual, 'systemd.service(5)')!;
      expect(view.title).toBe('systemd.service(5)');
      expect(view.markdown).toMatch(/^# `systemd.service\(5\)`\n\nsystemd \d+/);
      expect(view.markdown).toContain('[Options](#options)');
      expect(view.markdown).toContain('(systemd.exec%285%29.md)');
      const anchors = new Set(view.headings.map(({ anchor }) => anchor));
      const own = [...view.markdown.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
      expect(own.length).toBeGreaterThan(20);
      expect(own.filter((anchor) => !anchors.has(anchor))).toEqual([]);
    });

    test('links to directives on other pages lead to headings there', () => {
      const view = manualPageView(manual, 'systemd.timer(5)')!;
      const links = [...view.markdown.matchAll(/\]\(([^)#\s]+)\.md#([^)]+)\)/g)];
      expect(links.length).toBeGreaterThan(3);
      for (const [, file = '', anchor] of links) {
        const headings = manualPageView(manual, decodeURIComponent(file))!.headings;
        expect(headings.map((heading) => heading.anchor)).toContain(anchor);
      }
    });

    test('a page there is not', () => {
      expect(manualPageView(manual, 'nonesuch(5)')).toBeUndefined();
    });
  },
);

describe('the position in the boot', () => {
  const steps = (path: string, text: string): string[] => {
    const { markdown } = bootPosition(createDocument(text, { path, version: NEWEST_VERSION }))!;
    const drawn = /```text\n([\s\S]*?)\n```/.exec(markdown)![1]!.split('\n');
    return drawn.filter((line) => /\w/.test(line)).map((line) => /[\w-]+\.\w+/.exec(line)![0]);
  };

  test.each([
    ['/w/a.service', '[Service]\nExecStart=/a\n[Install]\nWantedBy=multi-user.target\n', 3],
    ['/w/a.socket', '[Socket]\nListenStream=1\n[Install]\nWantedBy=sockets.target\n', 2],
    ['/w/a.service', '[Unit]\nDefaultDependencies=no\nBefore=sysinit.target\n[Service]\nExecStart=/a\n', 0],
    [
      '/w/a.service',
      '[Unit]\nAfter=multi-user.target\n[Service]\nExecStart=/a\n[Install]\nWantedBy=graphical.target\n',
      4,
    ],
    ['/w/a.service', '[Unit]\nAfter=graphical.target\n[Service]\nExecStart=/a\n', 5],
  ])('%s %j', (path, text, at) => {
    const expected = ['local-fs.target', 'sysinit.target', 'basic.target', 'multi-user.target', 'graphical.target'];
    expected.splice(at, 0, path.slice(3));
    expect(steps(path, text)).toEqual(expected);
  });

  test('says what starts the unit, or that nothing here does', () => {
    const picture = (text: string) =>
      bootPosition(createDocument(text, { path: '/w/a.service', version: NEWEST_VERSION }))!.markdown;
    expect(picture('[Service]\nExecStart=/a\n')).toContain('Nothing in this file starts it at boot');
    expect(picture('[Service]\nExecStart=/a\n[Install]\nWantedBy=multi-user.target\n')).toContain(
      'before `multi-user.target`',
    );
  });
});
