import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { confirm } from '../actions/confirm.ts';
import { t } from '../localize.ts';
import { assessedService } from '../pages/security/security-panel.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { type TrialSession, trialSession } from './trial-session.ts';

/** The service that is meant, with the user's consent where a trial shares something with what is there. */
export async function consentedSession(asked: Target, client: BaseLanguageClient): Promise<TrialSession | undefined> {
  const assessed = await assessedService(asked, client);
  const session = assessed && (await trialSession(assessed.target, client));
  if (!session) return undefined;
  if ('refusal' in session) {
    vscode.window.showWarningMessage(session.refusal);
    return undefined;
  }
  return (await mayTry([session])) ? session : undefined;
}

/** Asks only where there is something to know. */
export async function mayTry(sessions: readonly TrialSession[]): Promise<boolean> {
  const harmed = sessions.filter(({ harms }) => harms.length > 0);
  if (harmed.length === 0) return true;
  const detail = harmed.map(({ plan, harms }) =>
    [...(sessions.length > 1 ? [`${plan.unit}:`] : []), ...harms].join('\n'),
  );
  const [first] = sessions;
  return await confirm({
    text: sessions.length > 1 ? t('Try {0} units?', sessions.length) : t('Try {0}?', first!.plan.unit),
    detail: detail.join('\n\n'),
    accept: t('Try'),
  });
}

/** Without its user a service of the system runs as root: that is more than a trial of the unit as it is. */
export async function mayLoosen({ plan }: TrialSession): Promise<boolean> {
  const user = plan.lines.find(({ key, place }) => place !== undefined && (key === 'User' || key === 'DynamicUser'));
  if (plan.manager === 'user' || !user) return true;
  return await confirm({
    text: t('Try {0} without single lines of it?', plan.unit),
    detail: t(
      'In some of these trials it may do more than it says: without {0} it runs as root.',
      `${user.key}=${user.value}`,
    ),
    accept: t('Try'),
  });
}
