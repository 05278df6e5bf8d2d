import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CodeAction, CreateFile, RenameFile, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from './client.ts';

let client: TestClient;

beforeEach(async () => {
  client = await startClient({ folders: ['file:///w'] });
});

afterEach(() => client.close());

async function actionsAt(uri: string, marked: string): Promise<CodeAction[]> {
  const { at, diagnostics } = await client.open(uri, marked);
  const range = { start: at.position, end: at.position };
  return client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    ...at,
    range,
    context: { diagnostics },
  });
}

test('a setting of a timer in a service makes the timer, and leaves the service', async () => {
  const actions = await actionsAt('file:///w/a.service', '[Service]\nExecStart=/bin/true\nOn|Calendar=Mon 04:00\n');
  const action = actions.find(({ title }) => title === 'Create a.timer with OnCalendar=');
  const [create, inserted, taken] = action!.edit!.documentChanges as [CreateFile, TextDocumentEdit, TextDocumentEdit];
  expect([create.kind, create.uri]).toEqual(['create', 'file:///w/a.timer']);
  expect(inserted.edits.map((edit) => 'newText' in edit && edit.newText)).toEqual([
    expect.stringContaining('[Timer]\nOnCalendar=Mon 04:00\n'),
  ]);
  const third = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  expect(taken).toEqual({
    textDocument: { uri: 'file:///w/a.service', version: null },
    edits: [{ range: third, newText: '' }],
  });
});

test('a setting that several kinds have makes nothing', async () => {
  const actions = await actionsAt('file:///w/a.timer', '[Timer]\nOnCalendar=daily\nUs|er=x\n');
  expect(actions.filter(({ title }) => title.startsWith('Create a.'))).toEqual([]);
});

test.each([
  ['my service.service', 'my-service.service'],
  ['größe (alt).timer', 'gro-e-alt.timer'],
])('a file that cannot be called so is renamed: %s', async (name, target) => {
  const actions = await actionsAt(`file:///w/${encodeURIComponent(name)}`, '|[Unit]\nDescription=x\n');
  const renamed = actions.flatMap(({ edit }) => (edit?.documentChanges ?? []) as RenameFile[]);
  expect(renamed.filter(({ kind }) => kind === 'rename').map(({ newUri }) => newUri)).toEqual([`file:///w/${target}`]);
});

test.each(['a.service', '${name}.service'])('any other name stays: %s', async (name) => {
  const actions = await actionsAt(`file:///w/${encodeURIComponent(name)}`, '|[Unit]\nDescription=x\n');
  expect(actions.filter(({ title }) => title.startsWith('Rename'))).toEqual([]);
});

test('the preferred fix is the one that is safe', async () => {
  const moved = (actions: CodeAction[]) =>
    actions.filter(({ title }) => title.startsWith('Move')).map(({ title, isPreferred }) => [title, isPreferred]);
  const alone = await actionsAt('file:///w/a.service', '[Unit]\nUs|er=root\n[Service]\nExecStart=/bin/true\n');
  expect(moved(alone)).toEqual([['Move User= to [Service]', true]]);
  const beside = '[Unit]\nUs|er=root\n[Service]\nExecStart=/bin/true\nUser=www-data\n';
  expect(moved(await actionsAt('file:///w/b.service', beside))).toEqual([['Move User= to [Service]', false]]);
});

test('all safe fixes are applied, and no others', async () => {
  const uri = 'file:///w/a.service';
  const text = '[Unit]\nUser=root\n[Service]\nExecStart=/bin/true\nUser=www-data\nRestrt=always\n';
  const { at, diagnostics } = await client.open(uri, `|${text}`);
  const range = { start: at.position, end: at.position };
  const [all] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    ...at,
    range,
    context: { diagnostics, only: ['source.fixAll'] },
  });
  expect(all!.title).toBe('Apply all safe fixes');
  expect(all!.edit!.changes![uri]).toEqual([
    { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 6 } }, newText: 'Restart' },
  ]);
});
