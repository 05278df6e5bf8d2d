import { describe, test } from 'vitest';
import { releases } from '../../server/src/schema/generated/releases.ts';
import { systems } from './systems.ts';

/** A group of tests per systemd; a version this machine does not have is skipped aloud. */
export function eachSystem(body: (version: number) => void): void {
  for (const version of releases) {
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
