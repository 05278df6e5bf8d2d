import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TrialMachine } from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { setting } from '../settings.ts';
import type { Command } from '../systemd/command.ts';
import { commandLog } from '../systemd/command-log.ts';
import type { Manager } from '../systemd/unit-of-file.ts';
import { machineAsker } from './asker.ts';
import { programPath, run, userRuntime } from './process.ts';
import { query, resolveCommand } from './query.ts';
import { runInTerminal } from './terminal.ts';

const needed = ['install', 'systemctl', 'rm', 'sleep'] as const;

/** Milliseconds: a service may take long to stop. */
const PATIENCE = 400_000;

/** What trials do to this machine. A refusal says in a sentence why there can be none. */
export function trialMachine(manager: Manager): TrialMachine | { readonly refusal: string } {
  if (setting('host') !== '' || setting('machine') !== '') {
    return {
      refusal: t(
        'Trials run on this machine only, not on another host or in a container. Open a folder there (Remote - SSH).',
      ),
    };
  }
  const missing = needed.find((name) => programPath(name) === undefined);
  if (missing !== undefined) return { refusal: t('{0} is not installed on this machine.', missing) };
  const [install, systemctl, rm, sleep] = needed.map((name) => programPath(name)!) as [string, string, string, string];
  return {
    ...machineAsker(),
    run: (program, args) => runWithRights({ program, args }),
    analyze: async (args) => (await query({ program: 'systemd-analyze', args }, { timeout: 15_000 })).stdout,
    programs: { install, systemctl, rm, sleep },
    folder: manager === 'user' ? `${userRuntime().XDG_RUNTIME_DIR ?? ''}/systemd/user` : '/run/systemd/system',
    newId: () => randomBytes(4).toString('hex'),
    wait: async (span) => void (await pause(span)),
    now: () => performance.now(),
  };
}

/** In the background where no rights are missing; else in the terminal, where they can be asked for. */
async function runWithRights(command: Command): ReturnType<TrialMachine['run']> {
  const isAllowed = process.getuid?.() === 0 || command.args.includes('--user');
  if (!isAllowed) return { code: await runInTerminal({ label: t('Trial'), command }), stderr: '' };
  const argv = resolveCommand(command);
  if ('refusal' in argv) return { code: undefined, stderr: argv.refusal };
  const begun = Date.now();
  const { code, stderr } = await run(argv, { timeout: PATIENCE });
  commandLog.ran(argv, { code, milliseconds: Date.now() - begun, stderr });
  return { code, stderr };
}
