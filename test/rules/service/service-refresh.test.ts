import { serviceRefresh } from '../../../server/src/rules/service/service-refresh.ts';
import { ruleTest } from '../rule-test.ts';

ruleTest(serviceRefresh, {
  rejected: {
    'credentials without any': [
      '[Service]\nExecStart=/bin/true\nType=notify-reload\nRefreshOnReload=credentials\n',
      [['warning', 'RefreshOnReload=credentials']],
    ],
    'extensions without any': [
      '[Service]\nExecStart=/bin/true\nType=notify-reload\nRefreshOnReload=extensions\n',
      [['warning', 'RefreshOnReload=extensions']],
    ],
    'extensions of the user manager': [
      '[Service]\nExecStart=/bin/true\nRefreshOnReload=extensions\nExtensionDirectories=/a.v/\n',
      [['warning', 'RefreshOnReload=extensions']],
      { manager: 'user' },
    ],
  },
  accepted: {
    'extensions with versions': [
      '[Service]\nExecStart=/bin/true\nRefreshOnReload=extensions\nExtensionDirectories=/a.v/\n',
    ],
    'credentials that are there': [
      '[Service]\nExecStart=/bin/true\nRefreshOnReload=credentials\nLoadCredential=a:/x\n',
    ],
    'both at once': ['[Service]\nExecStart=/bin/true\nRefreshOnReload=yes\n'],
  },
});
