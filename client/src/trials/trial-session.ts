import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  conflictsOf,
  findDirective,
  type Proof,
  runTrial,
  type TrialOptions,
  type TrialPlan,
  type TrialRun,
  type Variant,
} from '../../../server/src/index.ts';
import { type TrialAnswer, trialAccountRequest, trialPlanRequest } from '../../../server/src/protocol/requests.ts';
import { t } from '../localize.ts';
import { machineAsker } from '../machine/asker.ts';
import { trialMachine } from '../machine/trial-machine.ts';
import { setting } from '../settings.ts';
import type { Target } from '../systemd/unit-of-file.ts';

/** A service that can be tried, and what is known before. */
export interface TrialSession {
  readonly target: Target;
  readonly plan: TrialPlan;
  /** What the user has to know before; sentences. */
  readonly harms: readonly string[];
  /** Runs it once; a refusal says why it did not begin. */
  tryOnce(options: Wishes, variant?: Variant): Promise<Tried | { readonly refusal: string }>;
}

export interface Tried extends TrialAnswer {
  readonly run: TrialRun;
}

export interface Wishes {
  readonly token: vscode.CancellationToken;
  readonly check?: TrialOptions['check'];
  readonly assess?: boolean;
  /** Seconds; those of the settings, unless told. */
  readonly limit?: number;
  readonly watch?: number;
}

/** Reads what is to be tried, from editors and disk, and looks for what it would share with what is there. */
export async function trialSession(
  target: Target,
  client: BaseLanguageClient,
): Promise<TrialSession | { readonly refusal: string }> {
  const machine = trialMachine(target.manager);
  if ('refusal' in machine) return machine;
  const document = await vscode.workspace.openTextDocument(target.path);
  const plan = await client.sendRequest(trialPlanRequest, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    unit: target.name,
    manager: target.manager,
    version: await machineAsker().version(),
  });
  if (!plan) return { refusal: t('{0} is not part of a unit that can be tried.', target.path) };
  if ('refusal' in plan) return plan;
  const { harms, variant: always, clean } = await conflictsOf(machine, plan);
  return {
    target,
    plan,
    harms,
    async tryOnce(wishes, variant = {}) {
      const both = { without: variant.without ?? [], add: [...(always.add ?? []), ...(variant.add ?? [])] };
      const run = await runTrial(machine, plan, { ...optionsOf(wishes, target), clean }, both);
      if ('refusal' in run) return run;
      const answer = await client.sendRequest(trialAccountRequest, { plan, run });
      return answer ? { ...answer, run } : { refusal: t('The language server does not answer.') };
    },
  };
}

function optionsOf({ token, check, assess, limit, watch }: Wishes, { path }: Target): TrialOptions {
  const uri = vscode.Uri.file(path);
  return {
    limit: limit ?? setting('trial.limit', uri),
    watch: watch ?? setting('trial.watch', uri),
    check,
    assess,
    isCancelled: () => token.isCancellationRequested,
  };
}

/** Finds the line that denies something by more trials, and tells of them. */
export async function findBySession(
  session: TrialSession,
  before: Tried,
  {
    client,
    token,
    report,
  }: {
    readonly client: BaseLanguageClient;
    readonly token: vscode.CancellationToken;
    report(message: string): void;
  },
): Promise<{ readonly proof: Proof; readonly answer: TrialAnswer | null }> {
  const { plan } = session;
  const proof = await findDirective(plan, before.account, async (variant) => {
    report(variantText(variant));
    const tried = await session.tryOnce({ token }, variant);
    return 'refusal' in tried ? undefined : tried.account;
  });
  return { proof, answer: await client.sendRequest(trialAccountRequest, { plan, run: before.run, proof }) };
}

/** Keys that are left out are listed as long as they fit a line. */
const MOST_KEYS = 3;

function variantText({ without = [], add = [] }: Variant): string {
  if (add.length > 0) return t('with {0}', add.join(', '));
  const keys = without.slice(0, MOST_KEYS).map((key) => `${key}=`);
  return without.length > MOST_KEYS
    ? t('without {0} and {1} more', keys.join(', '), without.length - MOST_KEYS)
    : t('without {0}', keys.join(', '));
}
