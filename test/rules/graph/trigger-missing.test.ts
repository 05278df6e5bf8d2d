import { triggerMissing } from '../../../server/src/rules/graph/broken-relations.ts';
import { graphRuleTest } from './graph-test.ts';

const timer = '[Timer]\nOnCalendar=daily\n';
const socket = '[Socket]\nListenStream=/run/x\n';

graphRuleTest(triggerMissing, {
  'a timer alone': [{ 'a.timer': timer }, [['info', '[Timer]']]],
  'a timer with its service': [{ 'a.timer': timer, 'a.service': '[Service]\n' }, []],
  'a timer with Unit=': [{ 'a.timer': `${timer}Unit=b.service\n`, 'b.service': '[Service]\n' }, []],
  'a timer with Unit= that is not there': [{ 'a.timer': `${timer}Unit=b.service\n` }, [['info', '[Timer]']]],
  'a socket alone': [{ 'a.socket': socket }, [['info', '[Socket]']]],
  'a socket with its service': [{ 'a.socket': socket, 'a.service': '[Service]\n' }, []],
  'an accepting socket needs a template': [
    { 'a.socket': `${socket}Accept=yes\n`, 'a.service': '[Service]\n' },
    [['info', '[Socket]']],
  ],
  'an accepting socket with it': [{ 'a.socket': `${socket}Accept=yes\n`, 'a@.service': '[Service]\n' }, []],
  'a drop-in names it': [
    { 'a.path': '[Path]\nPathExists=/x\n', 'a.path.d/1.conf': '[Path]\nUnit=b.service\n', 'b.service': '[Service]\n' },
    [],
  ],
});
