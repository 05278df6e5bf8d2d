import { socketMaxConnections } from '../../../server/src/rules/socket/socket-rules.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(socketMaxConnections, {
  rejected: {
    zero: ['# a.socket\n[Socket]\nListenStream=80\nMaxConnections=0\n', [['error', 'MaxConnections=0']]],
    'zero with Accept=yes for 252': [
      '# a.socket\n[Socket]\nListenStream=80\nAccept=yes\nMaxConnections=0\n',
      [['error', 'MaxConnections=0']],
      { version: 252 },
    ],
  },
  accepted: {
    'zero for 252': ['# a.socket\n[Socket]\nListenStream=80\nMaxConnections=0\n', { version: 252 }],
    one: ['# a.socket\n[Socket]\nListenStream=80\nMaxConnections=1\n'],
  },
});
