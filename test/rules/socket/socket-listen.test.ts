import { socketListen } from '../../../server/src/rules/socket/socket-rules.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(socketListen, {
  rejected: {
    'no listener': ['# a.socket\n[Socket]\nAccept=no\n', [['error', '[Socket]']]],
    'all taken back': ['# a.socket\n[Socket]\nListenStream=80\nListenFIFO=\n', [['error', '[Socket]']]],
  },
  accepted: {
    'a listener': ['# a.socket\n[Socket]\nListenStream=80\n'],
    'another after the reset': ['# a.socket\n[Socket]\nListenStream=\nListenFIFO=/run/f\n'],
  },
});
