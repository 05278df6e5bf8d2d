import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { signatureHelp } from '../../server/src/features/signature-help.ts';
import { defaultSettings } from '../../server/src/service/settings.ts';
import { readCursor } from '../lsp/cursor.ts';
import { NOW } from './environment.ts';

process.env.TZ = 'Europe/Berlin';

function hints(text: string, path = '/w/a.service', off: Partial<typeof defaultSettings.inlayHints> = {}): string[] {
  const document = createDocument(text, { path, version: 262 });
  const found = inlayHints(document, { start: 0, end: text.length }, { ...defaultSettings.inlayHints, ...off }, NOW);
  return found.map(({ offset, label }) => `${text.slice(0, offset).split('\n').at(-1)} ${label}`);
}

describe('inlay hints', () => {
  test.each([
    ['[Timer]\nOnCalendar=Mon 04:00\n', '/w/a.timer', ['OnCalendar=Mon 04:00 next: Mon 2026-03-02 04:00:00 CET']],
    ['[Timer]\nOnCalendar=2001-01-01\n', '/w/a.timer', ['OnCalendar=2001-01-01 never elapses again']],
    ['[Timer]\nOnBootSec=900\n', '/w/a.timer', ['OnBootSec=900 = 15min']],
    ['[Timer]\nOnBootSec=1h 30min\n', '/w/a.timer', ['OnBootSec=1h 30min = 5,400 s']],
    ['[Timer]\nOnBootSec=15min\nRandomizedDelaySec=30\n', '/w/a.timer', []],
    ['[Socket]\nListenStream=1\nSocketMode=0660\n', '/w/a.socket', ['SocketMode=0660 rw-rw----']],
    ['[Service]\nType=exec\nUMask=0027  \n', '/w/a.service', ['UMask=0027 files rw-r-----']],
    ['[Service]\nExecStart=/bin/a\n', '/w/a.service', ['[Service] Type=simple']],
    ['[Service]\nExecStart=/bin/a\nBusName=a.b\n', '/w/a.service', ['[Service] Type=dbus']],
    ['[Service]\nExecStop=/bin/a\n', '/w/a.service', ['[Service] Type=oneshot']],
    ['[Service]\nExecStart=/bin/a\n', '/w/a.service.d/x.conf', []],
    [
      '[Service]\nType=exec\nTimeoutAbortSec=90\nCPUQuotaPeriodSec=90\nTimerSlackNSec=90\n',
      '/w/a.service',
      ['TimeoutAbortSec=90 = 1min 30s', 'CPUQuotaPeriodSec=90 = 1min 30s'],
    ],
    ['[Service]\nExecStart=/bin/a\nLoadCredential=a:/b\n', '/w/a.service', ['[Service] Type=exec']],
    ['[Timer]\nOnCalendar=nonsense\n', '/w/a.timer', []],
  ])('%j', (text, path, expected) => {
    expect(hints(text, path)).toEqual(expected);
  });

  test('each can be switched off, and only the visible range is answered', () => {
    const timer = '[Timer]\nOnCalendar=daily\nOnBootSec=900\n';
    expect(hints(timer, '/w/a.timer', { nextElapse: false })).toEqual(['OnBootSec=900 = 15min']);
    expect(hints(timer, '/w/a.timer', { timeSpans: false })).toHaveLength(1);
    expect(hints('[Service]\nUMask=0022\n', '/w/a.service', { modes: false, serviceType: false })).toEqual([]);
    const document = createDocument(timer, { path: '/w/a.timer', version: 262 });
    expect(inlayHints(document, { start: 0, end: 8 }, defaultSettings.inlayHints, NOW)).toEqual([]);
  });
});

describe('signature help moves with the cursor', () => {
  test.each([
    ['/w/a.socket', '[Socket]\nListenStream=|', 'ListenStream=', 2],
    ['/w/a.socket', '[Socket]\nListenStream=/run/|', 'ListenStream=', 0],
    ['/w/a.service', '[Service]\nBindPaths=/a|', 'source', 0],
    ['/w/a.service', '[Service]\nBindPaths=/a:/b|', 'source', 1],
    ['/w/a.service', '[Service]\nBindPaths=/a:/b:|', 'source', 2],
    ['/w/a.service', '[Service]\nLimitNOFILE=1024|', 'SOFT:HARD', 0],
    ['/w/a.service', '[Service]\nLimitNOFILE=1024:|', 'SOFT:HARD', 1],
    ['/w/a.timer', '[Timer]\nOnCalendar=|', 'WEEKDAY', 0],
    ['/w/a.timer', '[Timer]\nOnCalendar=Mon |', 'WEEKDAY', 1],
    ['/w/a.timer', '[Timer]\nOnCalendar=Mon *-*-* 04:|', 'WEEKDAY', 2],
    ['/w/a.service', '[Service]\nSocketBindAllow=ipv4:|', 'SocketBindAllow=', 1],
  ])('%s %j', (path, marked, label, active) => {
    const { text, offset } = readCursor(marked);
    const help = signatureHelp(createDocument(text, { path, version: 262 }), offset);
    expect(help?.label).toContain(label);
    expect(help?.active).toBe(active);
    for (const parameter of help?.parameters ?? []) expect(help!.label).toContain(parameter.label);
  });

  test('a value of one word has none', () => {
    const document = createDocument('[Service]\nType=', { path: '/w/a.service', version: 262 });
    expect(signatureHelp(document, 15)).toBeUndefined();
  });
});
