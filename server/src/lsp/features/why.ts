import type { Facts } from '../../features/why/facts.ts';
import { type WhyAnswer, whyRequest } from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** Tells why a unit did not start from what its manager says: the client has asked it, the server talks to none. */
export const whyFeature: LspFeature = ({ connection, log }) => {
  connection.onRequest(whyRequest, runSafe('why', null as WhyAnswer | null, log, told));
  return {};
};

/** Who tells of failures is loaded when something has failed. */
async function told(facts: Facts): Promise<WhyAnswer | null> {
  const [{ diagnose }, { diagnosisText }] = await Promise.all([
    import('../../features/why/index.ts'),
    import('../../features/why/render-text.ts'),
  ]);
  const diagnosis = diagnose(facts);
  return diagnosis ? { diagnosis, text: diagnosisText(diagnosis) } : null;
}
