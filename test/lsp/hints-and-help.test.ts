import { afterEach, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CompletionItem,
  DocumentLink,
  Hover,
  InlayHint,
  SignatureHelp,
} from 'vscode-languageserver-protocol';
import { realManual } from '../features/environment.ts';
import { startClient, type TestClient } from './client.ts';

let client: TestClient;
afterEach(() => client.close());

const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

test('hints answer for a range, and obey the settings', async () => {
  client = await startClient();
  const { at } = await client.open('file:///w/a.timer', '[Timer]\nOnCalendar=|daily\nOnBootSec=900\n');
  const ask = () => client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { ...at, range: whole });
  expect((await ask()).map(({ position, label }) => [position.line, String(label).slice(0, 5)])).toEqual([
    [1, 'next:'],
    [2, '= 15m'],
  ]);
  const settings = { systemdUnits: { inlayHints: { nextElapse: false } } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  expect((await ask()).map(({ label }) => label)).toEqual(['= 15min']);
});

test('signature help names the part at the cursor', async () => {
  client = await startClient();
  const { at } = await client.open('file:///w/a.service', '[Service]\nLimitNOFILE=1024:|\n');
  const help = await client.connection.sendRequest<SignatureHelp>('textDocument/signatureHelp', at);
  expect(help.signatures[0]?.label).toBe('LimitNOFILE=SOFT:HARD');
  expect(help.activeParameter).toBe(1);
});

test('the machine is asked for files, and only where there is one', async () => {
  const files = {
    look: async (path: string) => (path === '/bin/tool' ? ({ type: 'file', executable: true } as const) : undefined),
    list: async () => [{ name: 'tool', type: 'file', executable: true } as const],
  };
  client = await startClient({ runtime: { files } });
  const { at } = await client.open('file:///w/a.service', '[Service]\nExecStart=/bin/to|ol\n');
  const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at);
  expect(hover.contents).toMatchObject({ value: '`/bin/tool` is a program.' });
  const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', at);
  expect(items.map(({ label }) => label)).toContain('/bin/tool');
});

test('links lead where the client can open them', async () => {
  const manual = () => undefined;
  const initializationOptions = { manualUri: 'command:open?%5B%22{page}%22,%22{anchor}%22%5D' };
  client = await startClient({ runtime: { manual }, initializationOptions });
  const { at } = await client.open('file:///w/a.service', '[Unit]\nDocumentation=man:to|ol(1)\n');
  const { contents } = await client.connection.sendRequest<Hover>('textDocument/hover', at);
  const [, link = ''] = /\]\((\S+)\)/.exec((contents as { value: string }).value) ?? [];
  expect(link).toBe('command:open?%5B%22tool%281%29%22,%22%22%5D');
  expect(JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1)))).toEqual(['tool(1)', '']);
  const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', at);
  expect(links.map(({ target }) => target)).toEqual([link]);
});

test('requests beyond LSP: manual pages, new units, the boot', async () => {
  client = await startClient();
  const { connection } = client;
  const { at } = await client.open('file:///w/a.service', '[Service]\nExecStart=/bin/true|\n');
  expect(await connection.sendRequest('systemdUnits/manualPage', { page: 'systemd.unit(5)' })).toBeNull();
  expect(await connection.sendRequest('systemdUnits/manualPages')).toEqual([]);
  const unit = await connection.sendRequest('systemdUnits/newUnit', {
    purpose: 'service',
    name: 'x',
    command: '/bin/true',
  });
  expect(unit).toMatchObject({ problems: [], files: [{ name: 'x.service' }] });
  const picture = await connection.sendRequest('systemdUnits/bootPosition', { uri: at.textDocument.uri });
  expect(picture).toMatchObject({ unit: 'a.service' });
});

test.skipIf(realManual() === undefined)(
  'only a client that says with what it draws Markdown is given links',
  async () => {
    const footer = async (capabilities: ClientCapabilities): Promise<string> => {
      client = await startClient({ capabilities, runtime: { manual: realManual } });
      const { at } = await client.open('file:///w/a.service', '[Service]\nRest|art=no\n');
      const { contents } = await client.connection.sendRequest<Hover>('textDocument/hover', at);
      return (contents as { value: string }).value.split('\n').at(-1)!;
    };
    expect(await footer({ general: { markdown: { parser: 'marked' } } })).toMatch(/\[systemd\.service\(5\)\]\(https:/);
    await client.close();
    expect(await footer({})).toMatch(/^https:\S+$/);
  },
);
