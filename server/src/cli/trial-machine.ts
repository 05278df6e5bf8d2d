import type { TrialMachine } from '../features/trial/run-trial.ts';
import type { Manager } from '../schema/file-identity.ts';
import { askerOf } from './asker.ts';
import { type CliHost, UsageError } from './host.ts';

/** What trials do to a machine, by the processes of the command line. */
export function trialMachine(host: CliHost, manager: Manager): TrialMachine {
  const { ask, processes } = host;
  if (!ask || !processes) throw new UsageError('this needs a machine that runs systemd');
  const program = (name: string): string => {
    const path = processes.find(name);
    if (path === undefined) throw new UsageError(`${name} is not installed`);
    return path;
  };
  return {
    ...askerOf(host, ask),
    run: async (name, args) => await processes.run([name, ...args]),
    analyze: async (args) => (await ask('systemd-analyze', args)) ?? '',
    programs: {
      install: program('install'),
      systemctl: program('systemctl'),
      rm: program('rm'),
      sleep: program('sleep'),
    },
    folder: manager === 'user' ? `${processes.runtimeFolder}/systemd/user` : '/run/systemd/system',
    newId: processes.newId,
    wait: processes.wait,
    now: host.now,
  };
}
