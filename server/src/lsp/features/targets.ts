import { identifyPath } from '../../dialects/index.ts';
import { targetChoices } from '../../features/target-choices.ts';
import { type TargetsAnswer, targetsRequest } from '../../protocol/requests.ts';
import { listTargets, listTargetsInFull, targetNotes } from '../../schema/targets.ts';
import { targetsOf } from '../../service/settings.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Beyond LSP, for clients that show what units are judged for, and let one choose. */
export const targetsFeature: LspFeature = ({ connection, session, log }) => {
  connection.onRequest(
    targetsRequest,
    runSafe('targets', null, log, ({ uri }: { readonly uri: string }): TargetsAnswer => {
      const path = session.uris.toPath(uri);
      const settings = session.settingsFor(path);
      const targets = targetsOf(settings, session);
      return {
        text: identifyPath(path)?.podman === undefined ? listTargets(targets) : listTargetsInFull(targets),
        notes: targetNotes(targets),
        choices: targetChoices(settings.targets, targets),
      };
    }),
  );
  return {};
};
