import { t } from '../localize.ts';
import type { Target } from './actions.ts';
import type { Applicable, StateAction } from './applicable-commands.ts';

/** A line of the list of actions: one of them, or the heading of a group. */
export type MenuItem =
  | { readonly group: string; readonly id?: undefined; readonly title?: undefined; readonly detail?: undefined }
  | { readonly group?: undefined; readonly id: string; readonly title: string; readonly detail?: string };

interface Action {
  readonly id: string;
  readonly title: string;
  readonly detail?: string;
  /** What has to fit the state of the unit, if it is not the action itself. */
  readonly needs?: StateAction | 'file' | undefined;
}

const own = (id: StateAction, title: string, detail = ''): Action => ({ id, title, detail, needs: id });
const known = (id: string, title: string): Action => ({ id, title, needs: 'status' });
const ofFile = (id: string, title: string): Action => ({ id, title, needs: 'file' });

const groups: readonly (readonly [title: string, actions: readonly Action[]])[] = [
  [
    t('Run'),
    [
      own('install', t('Install…')),
      own('start', t('Start')),
      own('restart', t('Restart')),
      own('reloadAndRestart', t('Reload Daemon and Restart')),
      own('stop', t('Stop')),
      own('reload', t('Reload'), t('Asks the service to read its own configuration again.')),
      own('startAndFollow', t('Start and Follow the Journal')),
      own('runOnce', t('Run Once'), t('Without installing: under a name of its own, gone when it has ended.')),
      own('unmask', t('Unmask')),
      own('instances', t('Instances…')),
    ],
  ],
  [
    t('Journal'),
    [
      own('journalView', t('Journal'), t('In the editor, followed as it grows.')),
      known('journalFollow', t('Journal in the Terminal')),
      known('journalSince', t('Journal Since…')),
    ],
  ],
  [
    t('Enable'),
    [
      own('enable', t('Enable at Boot')),
      own('disable', t('Disable at Boot')),
      own('mask', t('Mask'), t('Nothing can start it any more, not even another unit.')),
      own('uninstall', t('Uninstall…'), t('Stops it and takes it away from the manager.')),
    ],
  ],
  [
    t('Analyze'),
    [
      own('status', t('Status')),
      known('cat', t('As Loaded (systemctl cat)')),
      known('listDependencies', t('Dependencies')),
      ofFile('verify', t('Verify with systemd-analyze')),
      ofFile('security', t('Security Report')),
    ],
  ],
  [
    t('Edit'),
    [own('compareInstalled', t('Compare with the Installed File')), { id: 'createDropIn', title: t('Create Drop-In') }],
  ],
];

/** Everything that can be done with a unit as it stands, group by group. */
export const menuOf = (ids: Applicable, { path }: Pick<Target, 'path'>): MenuItem[] =>
  listed(({ needs }) => (needs === undefined ? true : needs === 'file' ? path !== '' : ids.has(needs)));

/** What needs systemd's tools and files, but no systemd that runs. */
export const offlineMenu: readonly MenuItem[] = listed(({ needs }) => needs === undefined || needs === 'file');

function listed(fits: (action: Action) => boolean): MenuItem[] {
  return groups.flatMap(([group, actions]) => {
    const items = actions.filter(fits).map(({ id, title, detail = '' }) => ({ id, title, detail }));
    return items.length > 0 ? [{ group }, ...items] : [];
  });
}
