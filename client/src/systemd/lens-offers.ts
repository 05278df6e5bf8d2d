import { quadletService } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { isVendorPath } from './install-paths.ts';
import type { FileRelation } from './state-text.ts';
import type { UnitState } from './unit-state.ts';

/** A command `systemdUnits.ID` as the code lens offers it, in few words. */
export interface Offer {
  readonly id: string;
  readonly title: string;
}

const offer = (id: string, title: string): Offer => ({ id, title });
const logs = offer('journalView', t('Logs'));
const changes = offer('reloadChanges', t('What would change?'));
const status = offer('status', t('Status'));

/** The commands that fit the state, the most likely first. */
export function offers(state: UnitState, relation: FileRelation, path = ''): Offer[] {
  if (state.load === 'not-found' && state.active === 'inactive') return notInstalled(state, path);
  if (state.load === 'masked') return [offer('unmask', t('Unmask')), status];
  const elsewhere = [
    ...(relation === 'elsewhere' ? [offer('compareInstalled', t('Compare'))] : []),
    ...(relation === 'elsewhere' || relation === 'not-loaded' ? [offer('install', t('Install…'))] : []),
  ];
  const own = [...elsewhere, ...(state.needsReload ? [...reload(state), changes, logs, status] : byActivity(state))];
  // The next update of the package overwrites its file.
  return isVendorPath(state.fragment) ? [...own, offer('createDropIn', t('Create drop-in'))] : own;
}

const notInstalled = ({ id }: UnitState, path: string): Offer[] => [
  offer('install', t('Install…')),
  ...((id === '' || id.endsWith('.service')) && !quadletService(path) ? [offer('runOnce', t('Run once'))] : []),
];

const reload = ({ active }: UnitState): Offer[] =>
  active === 'active' || active === 'activating'
    ? [offer('reloadAndRestart', t('Reload daemon and restart')), offer('stop', t('Stop'))]
    : [offer('daemonReload', t('Reload daemon')), offer('reloadAndRestart', t('Reload daemon and start'))];

function byActivity(state: UnitState): Offer[] {
  const stop = state.canStop ? [offer('stop', t('Stop'))] : [];
  switch (state.active) {
    case 'active':
    case 'reloading': {
      const reloadService = state.canReload ? [offer('reload', t('Reload'))] : [];
      return [offer('restart', t('Restart')), ...stop, ...reloadService, logs, status];
    }
    case 'activating':
    case 'deactivating':
      return [...stop, logs, status];
    case 'failed':
      return [offer('why', t('Why?')), logs, offer('start', t('Start again')), status];
    default:
      return [...start(state), logs, status];
  }
}

const start = ({ canStart, fileState }: UnitState): Offer[] => [
  ...(canStart ? [offer('start', t('Start'))] : []),
  ...(['disabled', 'linked', 'linked-runtime'].includes(fileState) ? [offer('enable', t('Enable at boot'))] : []),
];
