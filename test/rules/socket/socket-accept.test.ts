import { socketAccept } from '../../../server/src/rules/socket/socket-rules.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(socketAccept, {
  rejected: {
    'a FIFO': ['# a.socket\n[Socket]\nListenFIFO=/x\nAccept=yes\n', [['error', 'ListenFIFO=/x']]],
    'a datagram socket': [
      '# a.socket\n[Socket]\nListenStream=80\nListenDatagram=80\nAccept=yes\n',
      [['error', 'ListenDatagram=80']],
    ],
    'another service': [
      '# a.socket\n[Socket]\nListenStream=80\nAccept=yes\nService=x.service\n',
      [['error', 'Service=x.service']],
    ],
    'DeferTrigger=': [
      '# a.socket\n[Socket]\nListenStream=80\nAccept=yes\nDeferTrigger=yes\n',
      [['error', 'DeferTrigger=yes']],
    ],
  },
  accepted: {
    streams: ['# a.socket\n[Socket]\nListenStream=80\nListenSequentialPacket=/run/x\nAccept=yes\n'],
    'Accept=no': ['# a.socket\n[Socket]\nListenFIFO=/x\nAccept=no\nService=x.service\n'],
  },
});
