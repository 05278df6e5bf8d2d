import { t } from '../localize.ts';
import type { ExecutionTarget } from './execution-target.ts';
import type { Manager } from './unit-of-file.ts';

/** Why a manager gave no answer. */
export interface Unavailable {
  /** A few words, shown in place of the state of a unit. */
  readonly short: string;
  /** What it means, and what systemctl said. */
  readonly long: string;
  /** The user manager of this machine, which can be started. */
  readonly canStart: boolean;
  /** A host or container: background queries lack the privileges there, commands of the user may have them. */
  readonly acceptsCommands: boolean;
}

/** @param stderr what `systemctl show` complained of */
export function unavailableManager(
  manager: Manager,
  stderr: string,
  { host, machine }: Pick<ExecutionTarget, 'host' | 'machine'>,
): Unavailable {
  const complaint = stderr.trim();
  const short = shortReason(manager, host || machine);
  const acceptsCommands = host !== '' || machine !== '';
  const canStart = manager === 'user' && !acceptsCommands;
  const about = canStart
    ? t(
        'Your user manager (systemctl --user) is not running, so the state of its units is unknown and none can be started. It runs while you are logged in.',
      )
    : t('The state of its units is unknown until it answers.');
  const long = [about, complaint && t('systemctl says: {0}', complaint)].filter(Boolean).join(' ');
  return { short, long, canStart, acceptsCommands };
}

function shortReason(manager: Manager, place: string): string {
  if (place !== '') return t('no answer from {0}', place);
  return manager === 'user' ? t('the user manager is not running') : t('the system manager does not answer');
}

/** The unit of the system manager that is the manager of a user, see user@.service(5). */
export const userManagerUnit = (uid: number): string => `user@${uid}.service`;
