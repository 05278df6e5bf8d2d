import { parseUnitName } from '../../schema/unit-name.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { directiveInShort } from '../hover/directive.ts';
import { unitMarkdown } from '../hover/unit.ts';
import { conceptMarkdown } from './concepts.ts';
import { directiveMeant, examplesBlock } from './explain-directives.ts';
import { contextFor, type Explainer, type Question, said, wordsOf } from './question.ts';
import { stateMarkdown } from './states.ts';

/** What sets two things apart that people mix up: what the one does, what the other, and which to take. */
interface Difference {
  readonly pair: readonly [string, string];
  readonly text: string;
}

const differences: readonly Difference[] = [
  {
    pair: ['Wants', 'Requires'],
    text: 'Both start the other unit too. If it cannot be started, a unit that *wants* it goes on, one that *requires* it (and is ordered after it) is not started; and if it is stopped, one that requires it is stopped as well. Neither says who goes first: that is `After=`. Take `Wants=` unless yours is useless without the other.',
  },
  {
    pair: ['WantedBy', 'RequiredBy'],
    text: 'The same two ties from the other side, made by `systemctl enable`: with `WantedBy=multi-user.target` the target goes on if this unit fails, with `RequiredBy=` it fails too. Take `WantedBy=` nearly always.',
  },
  {
    pair: ['WantedBy', 'Wants'],
    text: '`Wants=` stands in the unit that needs another; `WantedBy=` stands in the [Install] section of the other, and only counts once it is enabled.',
  },
  {
    pair: ['Requires', 'BindsTo'],
    text: '`BindsTo=` also stops this unit when the other ends by itself, as when a device is pulled out. `Requires=` follows only when the other is stopped.',
  },
  {
    pair: ['Requires', 'Requisite'],
    text: '`Requires=` starts the other unit; `Requisite=` does not: if the other is not running yet, this unit fails at once.',
  },
  {
    pair: ['BindsTo', 'PartOf'],
    text: '`BindsTo=` starts the other unit and ends with it. `PartOf=` starts nothing; it only passes on a stop or restart of the other.',
  },
  {
    pair: ['After', 'Requires'],
    text: '`After=` is about order alone: if both are started, this one waits. `Requires=` is about need alone: the other is started too, at the same time. Most units need both.',
  },
  {
    pair: ['After', 'Before'],
    text: '`After=b` makes this unit wait for b; `Before=b` makes b wait for this one. Stopping goes the other way round. Neither starts anything.',
  },
  {
    pair: ['Type=simple', 'Type=exec'],
    text: '`simple` counts as started as soon as systemd has forked, even if the program is not there; `exec` only once the program runs, so that a wrong path makes the start fail.',
  },
  {
    pair: ['Type=simple', 'Type=forking'],
    text: '`simple` is for programs that stay in the foreground; `forking` for old ones that put themselves into the background. Where a program has an option to stay in the foreground, use it with `simple` or `exec`.',
  },
  {
    pair: ['Type=simple', 'Type=oneshot'],
    text: '`simple` is for what runs on, `oneshot` for what does something and ends: units ordered after a oneshot wait until its command has ended.',
  },
  {
    pair: ['Type=simple', 'Type=notify'],
    text: '`simple` counts as started at once, `notify` when the program itself sends READY=1. Take `notify` where the program can.',
  },
  {
    pair: ['Restart=always', 'Restart=on-failure'],
    text: '`on-failure` starts it again after an error, a signal or a timeout; `always` also after a clean end. A stop by systemctl is respected by both.',
  },
  {
    pair: ['OnCalendar', 'OnUnitActiveSec'],
    text: '`OnCalendar=` goes by the clock on the wall (every day at 4), `OnUnitActiveSec=` by the time since the last start (every 6 hours). The latter needs a first start, as by `OnBootSec=`.',
  },
  {
    pair: ['OnBootSec', 'OnStartupSec'],
    text: '`OnBootSec=` counts from the boot of the machine, `OnStartupSec=` from the start of the manager, which for user units is the first login.',
  },
  {
    pair: ['Environment', 'EnvironmentFile'],
    text: '`Environment=` sets variables in the unit, where everyone can read them; `EnvironmentFile=` reads them from a file when the unit starts. For secrets take `LoadCredential=`.',
  },
  {
    pair: ['ExecStartPre', 'ExecCondition'],
    text: 'Both run before ExecStart=. If `ExecStartPre=` fails, the start fails; if `ExecCondition=` ends with 1 to 254, the start is skipped, without a failure.',
  },
  {
    pair: ['MemoryHigh', 'MemoryMax'],
    text: 'Above `MemoryHigh=` the unit is slowed down and memory is taken back; at `MemoryMax=` the kernel kills. Set the former a little below the latter.',
  },
  {
    pair: ['User', 'DynamicUser'],
    text: '`User=` names an account that has to exist; `DynamicUser=yes` makes one for as long as the service runs, and fences it in. Files it keeps then belong into `StateDirectory=`.',
  },
  {
    pair: ['ProtectSystem=full', 'ProtectSystem=strict'],
    text: '`full` makes /usr, /boot and /etc read-only, `strict` the whole tree but /dev, /proc and /sys; then `ReadWritePaths=` and `StateDirectory=` open what is needed.',
  },
  {
    pair: ['KillMode=mixed', 'KillMode=control-group'],
    text: 'Both end all processes. `control-group` asks each with SIGTERM, `mixed` asks the main process only and kills the rest afterwards.',
  },
  {
    pair: ['CPUQuota', 'CPUWeight'],
    text: '`CPUQuota=` is a limit that holds even on an idle machine; `CPUWeight=` only shares out when processors are scarce.',
  },
  {
    pair: ['ConditionPathExists', 'AssertPathExists'],
    text: 'If the path is not there, a condition skips the start quietly, an assertion makes it fail.',
  },
  {
    pair: ['network.target', 'network-online.target'],
    text: '`network.target` says that network software has been started, nothing of a connection; `network-online.target` waits until there is one. The latter has to be wanted too: `Wants=` and `After=`.',
  },
  {
    pair: ['multi-user.target', 'graphical.target'],
    text: '`multi-user.target` is a running machine with text logins; `graphical.target` wants it and a graphical login besides. Services go into the former.',
  },
  {
    pair: ['multi-user.target', 'default.target'],
    text: '`default.target` is a link to what the machine boots into. Services of the system say `WantedBy=multi-user.target`; user units say `WantedBy=default.target`.',
  },
  {
    pair: ['disable', 'mask'],
    text: 'A disabled unit is not started at boot, but still by hand or by others; a masked one cannot be started at all.',
  },
  {
    pair: ['daemon-reload', 'reload'],
    text: '`systemctl daemon-reload` makes systemd read unit files again; `systemctl reload UNIT` asks a running service to read its own configuration again.',
  },
  {
    pair: ['start', 'enable'],
    text: '`systemctl start` runs a unit now; `systemctl enable` makes it start at boot. `enable --now` does both.',
  },
  {
    pair: ['restart', 'reload'],
    text: '`systemctl restart` ends the service and starts it anew; `systemctl reload` asks it to read its configuration again while it runs, which needs `ExecReload=` or Type=notify-reload.',
  },
];

const plain = (text: string): string => text.replace(/=$/, '').toLowerCase();

/** `Wants vs Requires`: what sets the two apart, then each in short. */
export const aboutComparison: Explainer = async (question) => {
  const [, one, other] = /^(\S.*?)\s+(?:vs\.?|versus|or|and)\s+(\S.*)$/i.exec(question.topic) ?? [];
  if (one === undefined || other === undefined) return undefined;
  const known = differences.find(({ pair }) => {
    const names = pair.map(plain);
    return names.includes(plain(one)) && names.includes(plain(other)) && plain(one) !== plain(other);
  });
  const each = [one, other].map((topic) => inShort({ ...question, topic }));
  if (!known && each.some((part) => part === undefined)) return undefined;
  const difference = known ? [`**${one} or ${other}** · ${known.text}`] : [];
  return said('comparison', [...difference, ...each.filter((part) => part !== undefined)].join('\n\n'));
};

/** A few lines without the rest of the manual. */
function inShort({ topic, version, environment }: Question): string | undefined {
  const [, key = '', value = ''] = /^([A-Za-z]\w+)=(.+)$/.exec(topic) ?? [];
  const ofValue = value && contextFor(key, undefined, version);
  if (ofValue) {
    const word = wordsOf(ofValue).find(({ label }) => label === value);
    return word && `**${topic}**${word.detail ? ` · ${word.detail}` : ''}`;
  }
  const context = directiveMeant(topic, version);
  if (context) {
    const { own, text } = directiveInShort(context, environment);
    const meaning = text?.summary ? escapeMarkdown(text.summary) : '';
    return [own[0], meaning, examplesBlock(context)].filter(Boolean).join('\n\n');
  }
  const name = parseUnitName(topic);
  if (name) return unitMarkdown(name, { ...environment, manual: undefined });
  return stateMarkdown(topic) ?? conceptMarkdown(topic, { ...environment, manual: undefined });
}
