import type { TrialAccount } from '../trial/account.ts';
import { denialText } from '../trial/render-trial.ts';
import type { TrialRun } from '../trial/run-trial.ts';
import type { HardenTrial } from './harden.ts';

/** What a hardening wants to know of a trial. */
export function hardenTrial(account: TrialAccount, { seconds, security }: TrialRun): HardenTrial {
  const denials = account.denials.map(denialText);
  const readOnly = account.denials.flatMap(({ symptom: { kind, path } }) =>
    kind === 'EROFS' && path !== undefined ? [path.slice(0, path.lastIndexOf('/')) || path] : [],
  );
  return {
    ok: account.ok,
    why: account.ok ? '' : account.headline,
    denials,
    readOnly: [...new Set(readOnly)],
    exposure: security && exposureIn(security.table),
    took: seconds,
  };
}

/** The last line of the table: `→ Overall exposure level for a.service: 9.6 UNSAFE`. */
function exposureIn(table: string): string | undefined {
  const [line = ''] = table.slice(table.lastIndexOf('Overall exposure level for ')).split('\n', 1);
  return /^\d+(?:\.\d+)? [A-Z]+/.exec(line.slice(line.lastIndexOf(': ') + 2))?.[0];
}
