import { socketSymlinks } from '../../../server/src/rules/socket/socket-rules.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(socketSymlinks, {
  rejected: {
    'a port': ['# a.socket\n[Socket]\nListenStream=80\nSymlinks=/run/y\n', [['error', 'Symlinks=/run/y']]],
    'two nodes': [
      '# a.socket\n[Socket]\nListenStream=/run/a\nListenFIFO=/run/f\nSymlinks=/run/y\n',
      [['error', 'Symlinks=/run/y']],
    ],
  },
  accepted: {
    'one node': ['# a.socket\n[Socket]\nListenStream=80\nListenFIFO=/run/f\nSymlinks=/run/y\n'],
    'by specifier': ['# a.socket\n[Socket]\nListenStream=%t/x\nSymlinks=/run/y\n'],
    'taken back': ['# a.socket\n[Socket]\nListenStream=80\nSymlinks=/run/y\nSymlinks=\n'],
  },
});
