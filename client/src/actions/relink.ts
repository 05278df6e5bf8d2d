import * as vscode from 'vscode';
import { baseOf, folderOf, instanceTemplate } from '../../../server/src/index.ts';
import type { DanglingLink } from '../../../server/src/protocol/requests.ts';
import { feature } from '../feature.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { runAllInTerminal, runInTerminal } from '../machine/terminal.ts';
import { type Command, commandLine, daemonReload, link, systemctl } from '../systemd/command.ts';
import { linkDropIns } from '../systemd/install-paths.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';
import type { Manager } from '../systemd/unit-of-file.ts';

/** After a rename: lists the links of this machine that no longer lead anywhere, and offers to recreate them. */
export const relink = feature(() =>
  vscode.commands.registerCommand('systemdUnits.relink', async (links: readonly DanglingLink[]) => {
    const commands = relinkCommands(links);
    const accept = t('Recreate Links');
    const detail = [
      ...links.map(({ path, from }) => `${path} → ${from}`),
      ...(commands.length > 0 ? ['', t('These commands recreate them:'), ...commands.map(commandLine)] : []),
    ];
    const answer = await vscode.window.showWarningMessage(
      t('Links on this machine point to files that have been renamed. systemd no longer finds these units.'),
      { modal: true, detail: detail.join('\n') },
      ...(commands.length > 0 ? [accept] : []),
    );
    if (answer !== accept) return undefined;
    const running = await stillActive(renamedUnits(links));
    const code = await runAllInTerminal(t('recreate links'), commands);
    if (code !== 0) return code;
    if (running.length > 0) await offerNewName(running);
    return 0;
  }),
);

async function stillActive(units: readonly RenamedUnit[]): Promise<RenamedUnit[]> {
  const states = units.map(async (unit) => {
    const { stdout } = await query(show(unit.manager, ['ActiveState'], [unit.old]));
    return parseShow(stdout)[0]?.get('ActiveState')?.[0] === 'active';
  });
  const active = await Promise.all(states);
  return units.filter((_, index) => active[index]);
}

async function offerNewName(units: readonly RenamedUnit[]): Promise<void> {
  const accept = t('Stop and Start');
  const pairs = units.map(({ old, name }) => t('{0} stops, {1} starts', old, name));
  const answer = await vscode.window.showWarningMessage(
    t('These units still run under their old names.'),
    { modal: true, detail: pairs.join('\n') },
    accept,
  );
  if (answer !== accept) return;
  for (const { manager, old, name } of units) {
    await runInTerminal({ label: t('stop {0}', old), command: systemctl(manager, ['stop'], [old]) });
    await runInTerminal({ label: t('start {0}', name), command: systemctl(manager, ['start'], [name]) });
  }
}

/** A unit under its old and its new name. */
export interface RenamedUnit {
  readonly manager: Manager;
  readonly old: string;
  readonly name: string;
}

/** The units the links belong to, without those of drop-ins. */
export function renamedUnits(links: readonly DanglingLink[]): RenamedUnit[] {
  const units = links.flatMap(({ role, manager, path, from, to }) => {
    if (role === 'drop-in') return [];
    const old = instanceTemplate(baseOf(path)) === baseOf(from) ? baseOf(path) : baseOf(from);
    return [{ manager, old, name: withNewPrefix(old, baseOf(from), baseOf(to)) }];
  });
  return [...new Map(units.map((unit) => [`${unit.manager} ${unit.old}`, unit])).values()];
}

/** `worker@a.service` of a template that is called `job@.service` now is `job@a.service`. */
function withNewPrefix(old: string, from: string, to: string): string {
  if (old === from) return to;
  return to.slice(0, to.indexOf('@') + 1) + old.slice(from.indexOf('@') + 1);
}

/**
 * The commands that recreate the links: `disable` removes links by their names, even if the file
 * is gone; `link` and `enable` create those with the new names.
 */
export function relinkCommands(links: readonly DanglingLink[]): Command[] {
  return (['system', 'user'] as const).flatMap((manager) => {
    const own = links.filter((each) => each.manager === manager && each.role !== 'drop-in');
    const units = renamedUnits(own);
    const dropIns = links.filter((each) => each.manager === manager && each.role === 'drop-in');
    if (units.length === 0 && dropIns.length === 0) return [];
    const linked = own.filter(({ role, path, from }) => role === 'fragment' && baseOf(path) === baseOf(from));
    const wanted = renamedUnits(own.filter((each) => !linked.includes(each)));
    return [
      ...(units.length > 0
        ? [
            systemctl(
              manager,
              ['disable'],
              units.map(({ old }) => old),
            ),
          ]
        : []),
      ...renewedDropIns(dropIns),
      // `link` and `enable` reload the manager themselves.
      ...(units.length === 0 ? [daemonReload(manager)] : []),
      ...(linked.length > 0 ? [link(manager, [...new Set(linked.map(({ to }) => to))])] : []),
      ...(wanted.length > 0
        ? [
            systemctl(
              manager,
              ['enable'],
              wanted.map(({ name }) => name),
            ),
          ]
        : []),
    ];
  });
}

/** Removes the link, and creates one in the drop-in folder of the new name. */
function renewedDropIns(links: readonly DanglingLink[]): Command[] {
  if (links.length === 0) return [];
  const folders = new Set(links.map(({ path }) => folderOf(folderOf(path))));
  const made = [...folders].flatMap((folder) => {
    const own = links.filter(({ path }) => folderOf(folderOf(path)) === folder);
    return linkDropIns(
      folder,
      own.map(({ to }) => to),
    );
  });
  return [{ program: 'rm', args: ['--', ...links.map(({ path }) => path)] }, ...made];
}
