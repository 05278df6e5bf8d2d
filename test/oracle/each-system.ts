import { describe, test } from 'vitest';
import { releases } from '../../server/src/schema/generated/releases.ts';
import { systems } from './systems.ts';

/** What the programs of older releases cannot be asked: `verify --root=` and `security --offline=` came with 250 (NEWS). */
export const OFFLINE_SINCE = 250;

/** The first release whose daemons are asked about their own configuration. */
export const DAEMONS_SINCE = 252;

/** A group of tests per systemd from a release on; a version this machine does not have is skipped aloud. */
export function eachSystem(body: (version: number) => void, from = 0): void {
  for (const version of releases.filter((release) => release >= from)) {
    describe(`systemd ${version}`, { timeout: 600_000 }, () => {
      if (systems().has(version)) body(version);
      else absent(version);
    });
  }
}

function absent(version: number): void {
  const reason = `no systemd ${version} on this machine; test/oracle/chroots.sh builds those that are missing`;
  console.warn(`skipped: ${reason}`);
  test('is here', (context) => context.skip(reason));
}
