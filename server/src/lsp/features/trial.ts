import { loadedUnitOf } from '../../features/lenses/effective-unit.ts';
import {
  type TrialAccountParams,
  type TrialAnswer,
  type TrialParams,
  trialAccountRequest,
  trialPlanRequest,
} from '../../protocol/requests.ts';
import { parseUnitName } from '../../schema/unit-name.ts';
import type { FeatureContext, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

type PlanAnswer = Awaited<ReturnType<typeof planned>>;

/** What a trial of a service runs, and what there is to say of one: the client runs it, the server starts nothing. */
export const trialFeature: LspFeature = (parts) => {
  const { connection, log } = parts;
  connection.onRequest(
    trialPlanRequest,
    runSafe('trial plan', null as PlanAnswer, log, (params: TrialParams) => planned(parts, params)),
  );
  connection.onRequest(trialAccountRequest, runSafe('trial', null as TrialAnswer | null, log, told));
  return {};
};

async function planned({ service, session }: FeatureContext, params: TrialParams) {
  const { unitFiles, uris } = session;
  const { trialPlan } = await import('../../features/trial/trial-plan.ts');
  const { uri } = params.textDocument;
  const path = uris.toPath(uri);
  await unitFiles.load(path);
  await readAnew(session, unitFiles.surroundings(path).units?.flat() ?? []);
  const name = parseUnitName(params.unit);
  return service.ask(uri, null, (document) => {
    const unit = loadedUnitOf(document, unitFiles.surroundings(path));
    if (!unit) return null;
    // The machine that it is tried on counts, not the one that it is written for.
    return trialPlan({ ...unit, name: name ?? unit.name, manager: params.manager, version: params.version });
  });
}

/** What is run is what is there now: of a folder that was deleted, no client tells for each file that was in it. */
async function readAnew(
  { unitFiles, runtime, environment }: FeatureContext['session'],
  files: readonly { readonly path: string }[],
): Promise<void> {
  for (const { path } of files) {
    if (unitFiles.isEdited(path)) continue;
    if ((await runtime.readText(path)) === undefined) environment.units.remove(path);
    await unitFiles.reload(path);
  }
}

async function told({ plan, run, proof }: TrialAccountParams): Promise<TrialAnswer> {
  const [{ accountOf }, { trialText }, { marksOf }] = await Promise.all([
    import('../../features/trial/account.ts'),
    import('../../features/trial/render-trial.ts'),
    import('../../features/trial/marks.ts'),
  ]);
  const account = accountOf(plan, run);
  return { account, text: trialText(account, proof), marks: marksOf(account, proof) };
}
