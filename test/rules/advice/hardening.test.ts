import { hardening } from '../../../server/src/rules/advice/hardening.ts';
import { ruleTest } from '../rule-test.ts';

const NETWORK = '[Unit]\nAfter=network.target\n[Service]\n';

ruleTest(hardening, {
  rejected: {
    'root on the network': [`${NETWORK}ExecStart=/usr/bin/webd\n`, [['hint', '/usr/bin/webd']]],
  },
  accepted: {
    'a user of its own': [`${NETWORK}ExecStart=/usr/bin/webd\nUser=web\n`],
    'one fence': [`${NETWORK}ExecStart=/usr/bin/webd\nProtectSystem=full\n`],
    'it ends by itself': [`${NETWORK}Type=oneshot\nExecStart=/usr/bin/fetch\n`],
    'no network': ['[Service]\nExecStart=/usr/bin/worker\n'],
    'the user manager': [`${NETWORK}ExecStart=/usr/bin/webd\n`, { manager: 'user' }],
  },
});
