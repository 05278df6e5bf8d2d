import { describe, expect, test } from 'vitest';
import { openManual } from '../../server/src/manual/index.ts';
import { directives } from '../../server/src/schema/generated/directives.ts';
import { newest, realPages, skipReason, sourceOf } from './real-pages.ts';

interface Row {
  readonly section: string;
  readonly key: string;
  readonly parser: string;
  readonly to: string;
  readonly page: string;
}

const rows: readonly Row[] = directives
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([section, key, , parser, , , to, , page]) => ({
    section: section!,
    key: key!,
    parser: parser!,
    to: to!,
    page: page ?? '',
  }));

/** Directives the manual says nothing of, with the reason. */
const silent: readonly { readonly why: string; readonly holds: (row: Row) => boolean }[] = [
  {
    why: 'systemd only remarks that it is gone, and so is its documentation',
    holds: (row) => row.parser === 'config_parse_warn_compat',
  },
  {
    why: 'replaced by the prefix "+" of ExecStart= in 231 and no longer documented',
    holds: (row) => row.key === 'PermissionsStartOnly',
  },
];

describe.skipIf(newest === undefined)(
  `every directive has its text${newest === undefined ? ` (${skipReason})` : ''}`,
  () => {
    const manual = openManual(
      newest === undefined ? { pages: [], read: () => undefined } : sourceOf(realPages(newest)),
    );
    const current = rows.filter((row) => row.to === '');

    test('the facts are there', () => {
      expect(current.length).toBeGreaterThan(1000);
    });

    test('found', () => {
      const missing = current.filter(({ section, key, page }) => {
        const text = manual.directive(page || undefined, section, key);
        return text === undefined || text.markdown() === '' || text.summary === '';
      });
      const unexplained = missing.filter((row) => !silent.some(({ holds }) => holds(row)));
      expect(unexplained.map(({ section, key }) => `[${section}] ${key}`)).toEqual([]);
    });

    test('on the page the facts name', () => {
      const elsewhere = current.filter(({ section, key, page }) => {
        const text = manual.directive(page || undefined, section, key);
        return page !== '' && text !== undefined && text.page !== page;
      });
      expect(elsewhere.map(({ section, key }) => `[${section}] ${key}`)).toEqual([]);
    });

    test.each([
      ['Type', 'simple exec forking oneshot dbus notify notify-reload idle'],
      ['Restart', 'no always on-success on-failure on-abnormal on-abort on-watchdog'],
      ['KillMode', 'control-group mixed process none'],
      ['ProtectSystem', 'full strict'],
      ['ProtectHome', 'read-only tmpfs'],
      ['StandardOutput', 'inherit null tty journal kmsg socket file append truncate'],
      ['RestartMode', 'normal direct'],
      ['NotifyAccess', 'none main exec all'],
      ['OOMPolicy', 'continue stop kill'],
      ['DevicePolicy', 'strict closed auto'],
    ])('the values of %s=', (key, values) => {
      const unexplained = values
        .split(' ')
        .filter((value) => !manual.value(undefined, 'Service', key, value)?.markdown());
      expect(unexplained).toEqual([]);
    });

    test('specifiers, units, variables, exit codes, sections', () => {
      for (const letter of 'abBCdEfgGhHiIjJlLmMnNopPqsStTuUvVwWy%')
        expect(manual.specifier(letter)?.markdown(), letter).toBeTruthy();
      for (const unit of [
        'network-online.target',
        'multi-user.target',
        '-.slice',
        'user@1000.service',
        'systemd-journald.service',
      ])
        expect(manual.unit(unit)?.markdown(), unit).toBeTruthy();
      for (const name of ['MAINPID', 'NOTIFY_SOCKET', 'LISTEN_FDS', 'CREDENTIALS_DIRECTORY', 'EXIT_CODE'])
        expect(manual.environmentVariable(name)?.markdown(), name).toBeTruthy();
      for (const status of ['200', '203', '226', 'EXIT_EXEC'])
        expect(manual.exitStatus(status)?.markdown(), status).toBeTruthy();
      for (const kind of ['service', 'socket', 'timer', 'path', 'mount', 'automount', 'swap', 'slice', 'scope']) {
        const section = kind.charAt(0).toUpperCase() + kind.slice(1);
        expect(manual.section(kind, section)?.markdown(), kind).toContain(`[${section}]`);
      }
    });
  },
);
