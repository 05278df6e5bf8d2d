import { expect, test } from 'vitest';
import { unavailableManager } from '../../client/src/systemd/unavailable-manager.ts';

const here = { host: '', machine: '' };

/** As systemctl of systemd 252 complains. */
const noBus = 'Failed to connect to bus: No medium found\n';

test.each([
  ['user', here, 'the user manager is not running', true],
  ['system', here, 'the system manager does not answer', false],
  ['system', { host: 'root@web', machine: '' }, 'no answer from root@web', false],
  ['user', { host: '', machine: 'box' }, 'no answer from box', false],
] as const)('the %s manager, %j: %s', (manager, where, short, canStart) => {
  expect(unavailableManager(manager, noBus, where)).toMatchObject({
    ...{ short, canStart },
    // Another machine may obey what is run with rights, though it does not answer what is asked without.
    acceptsCommands: where !== here,
  });
});

test('what systemctl said is told, and nothing where it said nothing', () => {
  expect(unavailableManager('user', noBus, here).long).toMatch(
    /logged in\. systemctl says: Failed to connect to bus: No medium found$/,
  );
  expect(unavailableManager('user', '', here).long).toMatch(/logged in\.$/);
});
