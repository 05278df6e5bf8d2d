import { featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';
import { runInTerminal } from '../machine/terminal.ts';
import { listBoots } from '../systemd/boots.ts';
import { daemonReload } from '../systemd/command.ts';

/** Commands about a manager rather than one unit. */
export const managerCommands = featureWithCommands({
  commands: {
    daemonReload: {
      title: t('Reload Manager Configuration (daemon-reload)'),
      when: 'machine',
      menus: { enable: '3_manager@2', view: '1_manager@1' },
    },
    listBoots: { title: t('List Boots'), when: 'machine', menus: { journal: '2_ask@3' } },
  },
  start: ({ managers }) => ({
    run: {
      daemonReload: (argument?: unknown) =>
        runInTerminal({ label: 'daemon-reload', command: daemonReload(managers.of(activeFile(argument))) }),
      listBoots: () => runInTerminal({ label: 'list-boots', command: listBoots }),
    },
  }),
});
