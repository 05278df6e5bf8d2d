import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { onUnit } from '../actions/on-unit.ts';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { systemctl } from '../systemd/command.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { consentedSession, mayLoosen } from './consent.ts';
import { type TrialMarks, trialMarks } from './trial-marks.ts';
import { type TrialPage, trialPage } from './trial-page.ts';
import { findBySession, type TrialSession, type Tried } from './trial-session.ts';
import { trialTests } from './trial-tests.ts';

const probe = ({ manager, name }: Target) => systemctl(manager, ['show'], [name]);

const tryAction = {
  title: t('Try This Unit'),
  detail: t('One run under a name of its own, which tells what the service is denied and leaves nothing behind.'),
  icon: 'beaker',
  when: 'applicable',
  menus: { unit: '1_run@9', row: '1_run@9' },
  needs: ['trusted', 'systemd', 'withoutErrors'],
  probe,
} as const;

const findAction = {
  title: t('Find the Directive That Denies It'),
  detail: t('More trials without single lines, until it is certain which of them is the reason.'),
  when: 'tools',
  menus: { analyze: '1_unit@4' },
  needs: ['trusted', 'systemd', 'withoutErrors'],
  probe,
} as const;

/** Tries a service as it stands in the editor, and shows what it was denied at the line that denied it. */
export const tryUnit = featureWithCommands({
  commands: { tryUnit: tryAction, findDirective: findAction },
  start(services: Services) {
    const marks = trialMarks();
    const page = trialPage();
    const parts = { ...services, marks, page };
    return {
      run: {
        tryUnit: onUnit({ ...tryAction, show: (target) => tryAndShow(target, parts) }, services),
        findDirective: onUnit({ ...findAction, show: (target) => findAndShow(target, parts) }, services),
      },
      ends: [marks, page, trialTests(services, marks)],
    };
  },
});

interface Parts {
  readonly client: BaseLanguageClient;
  readonly marks: TrialMarks;
  readonly page: TrialPage;
}

/** Resolves to how the trial came out; undefined where there was none. */
async function tryAndShow(target: Target, parts: Parts): Promise<string | undefined> {
  const session = await consentedSession(target, parts.client);
  const tried = session && (await tryWithProgress(session));
  if (!tried) return undefined;
  parts.marks.set(filesOf(session), tried.marks);
  await parts.page.show(session.target, tried.text);
  return tried.account.end;
}

const filesOf = ({ plan }: TrialSession): string[] => plan.files.map(({ path }) => path);

async function findAndShow(target: Target, { client, marks, page }: Parts): Promise<string | undefined> {
  const session = await consentedSession(target, client);
  if (!session || !(await mayLoosen(session))) return undefined;
  const tried = await tryWithProgress(session);
  if (!tried) return undefined;
  const { account } = tried;
  if (account.ok && account.denials.length === 0) {
    marks.set(filesOf(session), tried.marks);
    await page.show(session.target, tried.text);
    return account.end;
  }
  const title = t('Trying {0}', session.plan.unit);
  const location = vscode.ProgressLocation.Notification;
  const { proof, answer } = await vscode.window.withProgress(
    { location, title, cancellable: true },
    (progress, token) =>
      findBySession(session, tried, { client, token, report: (message) => progress.report({ message }) }),
  );
  if (answer) {
    marks.set(filesOf(session), answer.marks);
    await page.show(session.target, answer.text);
  }
  return proof.cause;
}

async function tryWithProgress(session: TrialSession): Promise<Tried | undefined> {
  const title = t('Trying {0}', session.plan.unit);
  const location = vscode.ProgressLocation.Notification;
  const tried = await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
    session.tryOnce({ token }),
  );
  if (!('refusal' in tried)) return tried;
  vscode.window.showWarningMessage(tried.refusal);
  return undefined;
}
