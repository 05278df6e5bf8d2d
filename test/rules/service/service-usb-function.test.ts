import { serviceUsbFunction } from '../../../server/src/rules/service/service-needs.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(serviceUsbFunction, {
  rejected: {
    'descriptors alone': [
      '[Service]\nExecStart=/bin/true\nUSBFunctionDescriptors=/x\n',
      [['warning', 'USBFunctionDescriptors=/x']],
    ],
    'strings alone': [
      '[Service]\nExecStart=/bin/true\nUSBFunctionStrings=/x\n',
      [['warning', 'USBFunctionStrings=/x']],
    ],
  },
  accepted: {
    'what comes to nothing': ['[Service]\nExecStart=/bin/true\nUSBFunctionStrings=%i\n'],
    both: ['[Service]\nExecStart=/bin/true\nUSBFunctionDescriptors=/x\nUSBFunctionStrings=/y\n'],
  },
});
