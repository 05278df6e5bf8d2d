import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import {
  after,
  eventually,
  extension,
  folder,
  inSandbox,
  open,
  property,
  serverReady,
  until,
  uriOf,
} from './helpers.ts';

const read = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));

const shows = (words: string): Promise<void> =>
  until(vscode.window.tabGroups.onDidChangeTabs, () => tabs().some((label) => label.includes(words)));

const manualPage = (title: string): vscode.Uri => vscode.Uri.from({ scheme: 'systemd-manual', path: `/${title}.md` });

let attempts = 0;

/** A test may be tried again in the same folder. */
const freshName = (): string => `suite-wizard-${++attempts}`;

/** A newcomer's questions, answered. */
const timer = {
  purpose: 'timer',
  manager: 'system',
  command: '/bin/true',
  calendar: 'Mon..Fri 04:00',
};

/** What is newer than the types we are built with. */
interface LanguageModels {
  readonly tools: readonly { readonly name: string }[];
  invokeTool(
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
  ): Promise<{ readonly content: readonly { readonly value: string }[] }>;
}

describe('learning systemd', () => {
  before(serverReady);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens a manual page as a preview, with links to other pages', async () => {
    await vscode.commands.executeCommand('systemdUnits.openManualPage', 'systemd.timer(5)', 'oncalendar');
    await shows('systemd.timer(5)');
    const text = await read(manualPage('systemd.timer(5)'));
    assert.match(text, /^# `systemd\.timer\(5\)`/);
    const [, link = ''] = /\]\((systemd\.service[^)#]*)\)/.exec(text) ?? [];
    const other = vscode.Uri.joinPath(manualPage('x'), '..', decodeURIComponent(link));
    assert.match(await read(other), /^# `systemd\.service\(5\)`/);
  });

  it('leads from a hover to the page, by the one command hovers may run', async () => {
    const document = await open('backup.timer');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      after(document, 'OnCal'),
    );
    const content = hover!.contents[0] as vscode.MarkdownString;
    assert.deepEqual(content.isTrusted, { enabledCommands: ['systemdUnits.openManualPage'] });
    const [, query = ''] = [...content.value.matchAll(/\(command:systemdUnits\.openManualPage\?([^)]+)\)/g)].at(-1)!;
    const [page, anchor] = JSON.parse(decodeURIComponent(query)) as string[];
    assert.equal(page, 'systemd.timer(5)');
    assert.equal(anchor, 'oncalendar');
  });

  it('offers assistants what the manifest declares, and answers them', async function () {
    const { lm } = vscode as unknown as { lm?: Partial<LanguageModels> };
    if (!lm?.tools || !lm.invokeTool) this.skip();
    const declared = extension().packageJSON.contributes.languageModelTools.map(({ name }: { name: string }) => name);
    const offered = lm.tools.map(({ name }) => name);
    assert.deepEqual(
      declared.filter((name: string) => !offered.includes(name)),
      [],
    );
    const ask = async (name: string, input: object): Promise<string> => {
      const { content } = await lm.invokeTool!(name, { input, toolInvocationToken: undefined });
      return content.map(({ value }) => value).join('');
    };
    const text = '[Service]\nExecStart=/bin/true\nRestrt=no\n';
    assert.match(
      await ask('systemd_check_unit', { name: 'web.service', text }),
      /^web\.service:3:1: warning: .*Restart=/,
    );
    assert.match(await ask('systemd_explain', { topic: 'Restart' }), /on-failure/);
    await assert.rejects(ask('systemd_check_files', { path: '/etc/passwd' }), /no such file/);
  });

  it('knows every page it lists', async () => {
    const refused = vscode.workspace.fs.readFile(manualPage('nonesuch(5)'));
    await assert.rejects(Promise.resolve(refused));
    assert.match(await read(manualPage('systemd.directives(7)')), /directives/i);
  });

  it('writes a unit and its partner that have no faults, and overwrites nothing', async () => {
    const folder = uriOf('.');
    const name = freshName();
    const written = await vscode.commands.executeCommand<vscode.Uri[]>(
      'systemdUnits.newUnit',
      { ...timer, name },
      folder,
    );
    assert.deepEqual(
      written.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
      [`${name}.service`, `${name}.timer`],
    );
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'systemd');
    // The service counts as missing until the server has heard of its file.
    const faults = () => written.flatMap((uri) => vscode.languages.getDiagnostics(uri));
    await until(vscode.languages.onDidChangeDiagnostics, () => faults().length === 0);
    const before = await read(written[0]!);
    assert.equal(
      await vscode.commands.executeCommand('systemdUnits.newUnit', { ...timer, name, command: '/bin/false' }, folder),
      undefined,
    );
    assert.equal(await read(written[0]!), before);
  });

  const purposes: readonly Record<string, unknown>[] = [
    { purpose: 'service', command: '/bin/sleep 1000' },
    { purpose: 'once', command: '/bin/true' },
    timer,
    { purpose: 'socket', command: '/bin/cat', listen: '127.0.0.1:48213' },
    { purpose: 'path', command: '/bin/true', watched: '/run/suite-wizard-flag' },
    { purpose: 'template', command: '/bin/sleep 1000' },
    { purpose: 'mount', what: 'tmpfs', type: 'tmpfs' },
  ];
  for (const answers of purposes) {
    (inSandbox ? it : it.skip)(`what it writes for "${answers.purpose}" runs [only in the sandbox]`, async () => {
      const name = freshName();
      const given = { ...answers, name, where: `/run/${name}` };
      const written = await vscode.commands.executeCommand<vscode.Uri[]>('systemdUnits.newUnit', given, uriOf('.'));
      execFileSync('systemctl', ['link', '--', ...written.map(({ fsPath }) => fsPath)]);
      // The partner comes last; a template runs as an instance.
      const unit = basename(written.at(-1)!.fsPath).replace('@.', '@one.');
      execFileSync('systemctl', ['start', '--', unit]);
      assert.equal(property(unit, 'ActiveState'), 'active');
      assert.equal(property(unit, 'Result'), 'success');
      execFileSync('systemctl', ['stop', '--', unit]);
    });
  }

  it('makes a timer of the selected line of a crontab', async () => {
    const name = freshName();
    const content = `# mine\n30 4 * * 1-5 /usr/bin/${name} --all\n`;
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
    editor.selection = new vscode.Selection(1, 0, 2, 0);
    const written = await vscode.commands.executeCommand<vscode.Uri[]>(
      'systemdUnits.importUnits',
      undefined,
      undefined,
      uriOf('.'),
    );
    assert.deepEqual(
      written.map(({ fsPath }) => basename(fsPath)),
      [`${name}.service`, `${name}.timer`],
    );
    assert.match(await read(written[1]!), /^OnCalendar=Mon\.\.Fri \*-\*-\* 04:30:00$/m);
  });

  it('shows beside the lines what they come to', async () => {
    const document = await open('backup.timer');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await eventually(() =>
      vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole),
    );
    assert.ok(
      hints.some(({ label }) => String(label).startsWith('next: ')),
      JSON.stringify(hints),
    );
  });

  it('tells the parts of a calendar event', async () => {
    const document = await open('backup.timer');
    const help = await vscode.commands.executeCommand<vscode.SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      after(document, 'OnCalendar='),
    );
    assert.match(help.signatures[0]!.label, /WEEKDAY/);
  });

  it('opens copies of examples', async () => {
    await vscode.commands.executeCommand('systemdUnits.openExample', 'hello.service');
    const document = vscode.window.activeTextEditor!.document;
    assert.ok(document.uri.path.endsWith('/examples/hello.service'));
    assert.notEqual(document.uri.toString(), uriOf('hello.service').toString());
    assert.equal(document.languageId, 'systemd');
  });

  it('opens those of Quadlet files with the files they refer to', async () => {
    await vscode.commands.executeCommand('systemdUnits.openExample', 'quadlets/web.container');
    const { uri, languageId } = vscode.window.activeTextEditor!.document;
    assert.ok(uri.path.endsWith('/examples/quadlets/web.container'));
    assert.equal(languageId, 'systemd');
    assert.match(await read(vscode.Uri.joinPath(uri, '..', 'data.volume')), /^\[Volume\]$/m);
  });

  /** What shows that a unit of the walkthrough does what its comments promise. */
  const shown: Readonly<Record<string, () => void>> = {
    'hello.service': () => assert.equal(property('hello.service', 'SubState'), 'running'),
    'backup.service': () => assert.equal(property('backup.service', 'Result'), 'success'),
    'backup.timer': () => assert.equal(property('backup.timer', 'SubState'), 'waiting'),
    'greeter.socket': () => {
      const visit = 'exec 3<>/dev/tcp/127.0.0.1/8765; printf "GET / HTTP/1.0\r\n\r\n" >&3; cat <&3';
      assert.match(execFileSync('bash', ['-c', visit], { encoding: 'utf8' }), /Hello, visitor/);
    },
  };
  (inSandbox ? it : it.skip)('the units of the walkthrough run [only in the sandbox]', async () => {
    const { walkthroughs } = extension().packageJSON.contributes;
    const steps: readonly { readonly description: string }[] = walkthroughs[0].steps;
    const links = steps.flatMap(({ description }) => [...description.matchAll(/openExample\?([^)]+)\)/g)]);
    const all = [...new Set(links.map(([, query = '']) => JSON.parse(decodeURIComponent(query))[0] as string))];
    // Of Quadlet files Podman makes units: test/vscode/suite/quadlet.test.ts.
    const names = all.filter((name) => !name.startsWith('quadlets/'));
    const runnable = names.filter((name) => name in shown);
    assert.deepEqual(runnable.sort(), Object.keys(shown).sort());
    for (const name of names) {
      await vscode.commands.executeCommand('systemdUnits.openExample', name);
      execFileSync('systemctl', ['link', '--', vscode.window.activeTextEditor!.document.uri.fsPath]);
    }
    for (const name of runnable) {
      execFileSync('systemctl', ['start', '--', name]);
      shown[name]!();
      execFileSync('systemctl', ['stop', '--', name]);
    }
    execFileSync('systemctl', ['disable', '--', ...names]);
  });

  (inSandbox ? it : it.skip)('the commands of its examples do what they say [only in the sandbox]', async () => {
    const page = readFileSync(join(extension().extensionPath, 'examples/README.md'), 'utf8');
    const [, block = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(page)!;
    const sh = (line: string) => execFileSync('bash', ['-c', line], { cwd: folder(), encoding: 'utf8' });
    // Here one is root.
    const [link, start, enable, journal, ...ends] = block
      .trim()
      .split('\n')
      .map((line) => line.replace(/^sudo /, ''));
    sh(link!);
    sh(start!);
    assert.equal(property('backup.service', 'Result'), 'success');
    sh(enable!);
    assert.equal(property('backup.timer', 'UnitFileState'), 'enabled');
    // What ExecStart= and ExecStartPost= have printed.
    assert.match(sh(journal!), /systemd\.tar\.gz/);
    for (const line of ends) sh(line);
    assert.equal(property('backup.service', 'LoadState'), 'not-found');
    assert.equal(property('backup.timer', 'LoadState'), 'not-found');
  });

  it('draws where a unit stands in the boot', async () => {
    const document = await open('hello.service');
    await vscode.commands.executeCommand('systemdUnits.bootPosition', document.uri);
    await shows('boot of hello.service');
    assert.match(await read(manualPage('boot of hello.service')), /├─▶ hello\.service/);
  });
});
