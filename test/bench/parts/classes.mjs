// Units of any length, of every class we could think of: valid and faulty, with one finding and with thousands, of all kinds.
const SYSTEM = '/etc/systemd/system';

const lines = (count, make) => Array.from({ length: count }, (_, i) => make(i)).join('\n');
const service = (count, make) => `[Unit]\nDescription=x\n[Service]\nExecStart=/bin/true\n${lines(count - 4, make)}\n`;
const unit = (count, make) => `[Unit]\nDescription=x\n${lines(count - 4, make)}\n[Service]\nExecStart=/bin/true\n`;
const own = (section) => (count, make) => `[Unit]\nDescription=x\n[${section}]\n${lines(count - 3, make)}\n`;
const pick = (words, i) => words[i % words.length];

const QUADLETS = '/etc/containers/systemd';
const IMAGE = '[Container]\nImage=quay.io/example/web';
const container = (count, make) => `${IMAGE}\n${lines(count - 2, make)}\n`;
const CONTAINER = [
  'Environment=A#="x y"',
  'PublishPort=#:80',
  'Label=l#=1',
  'Volume=/srv/#:/#:ro',
  'Exec=run #',
  'ReadOnly=#',
];

const CONDITIONS = [
  'PathExists=/a',
  'KernelVersion=>=5.4',
  'Virtualization=!container',
  'Host=x',
  'AC=maybe',
  'User=@system',
];
const FORMS = ['*-*-* 03:00', 'Mon..Fri 9:00', 'daily', 'Sat *-*-1..7 18:00'];
const UNKNOWN = ['ExecStrat', 'Foo', 'Restrat', 'Bar-Baz', 'user'];
const LEGACY = ['CPUShares=512', 'MemoryLimit=1G', 'StartLimitInterval=10', 'BlockIOWeight=5', 'SysVStartPriority=1'];
const SHELL = ['/bin/a | b', '/bin/date +%Y-%m-%d', '/bin/a # remark', '/bin/a && /bin/b', '/bin/a > /dev/null'];

/** Name, file name, and the text with that many lines. */
export const classes = [
  ['dependencies', 'x.service', (n) => unit(n, (i) => `After=unit-${i}.service foo.target`)],
  ['requirements without order', 'x.service', (n) => unit(n, (i) => `Requires=unit-${i}.service`)],
  ['the unit itself as its dependency', 'x.service', (n) => unit(n, () => 'After=x.service')],
  ['invalid unit names', 'x.service', (n) => unit(n, (i) => `Wants=network-${i} foo`)],
  [
    'documentation',
    'x.service',
    (n) => unit(n, (i) => `Documentation=man:page(${i % 9}) https://example.com/${i} foo`),
  ],
  ['conditions', 'x.service', (n) => unit(n, (i) => `Condition${pick(CONDITIONS, i)}`)],
  ['environment', 'x.service', (n) => service(n, (i) => `Environment="FOO${i}=bar ${i}" B=c`)],
  ['secrets in the environment', 'x.service', (n) => service(n, (i) => `Environment=DB_PASSWORD=geheim${i}`)],
  [
    'commands of a oneshot',
    'x.service',
    (n) => service(n, (i) => (i ? `ExecStart=/usr/bin/true ${i}` : 'Type=oneshot')),
  ],
  ['commands too many', 'x.service', (n) => service(n, (i) => `ExecStart=/usr/bin/true --number ${i}`)],
  ['commands before', 'x.service', (n) => service(n, (i) => `ExecStartPre=-/usr/bin/test "$A" = \${B} ${i}`)],
  ['commands with shell syntax', 'x.service', (n) => service(n, (i) => `ExecStartPre=${pick(SHELL, i)}`)],
  ['commands that are none', 'x.service', (n) => service(n, (i) => `ExecStartPre=bin/x${i} "unclosed`)],
  ['one key again and again', 'x.service', (n) => service(n, (i) => `RestartSec=${i}s`)],
  ['unknown keys', 'x.service', (n) => service(n, (i) => `${pick(UNKNOWN, i)}${i}=1`)],
  ['misspelt keys', 'x.service', (n) => service(n, (i) => `${pick(['ExecStat', 'Restar', 'Typ'], i)}=1`)],
  [
    'keys in the wrong section',
    'x.service',
    (n) => unit(n, (i) => `${pick(['Restart', 'User', 'WantedBy'], i)}=x${i}`),
  ],
  ['old keys', 'x.service', (n) => service(n, (i) => pick(LEGACY, i))],
  ['invalid words', 'x.service', (n) => service(n, (i) => `Restart=alwys${i}`)],
  ['invalid numbers', 'x.service', (n) => service(n, (i) => `Nice=${i + 40}`)],
  ['invalid paths', 'x.service', (n) => service(n, (i) => `ReadWritePaths=var/lib/${i} /a/../b`)],
  ['unknown specifiers', 'x.service', (n) => service(n, (i) => `EnvironmentFile=/etc/%Q${i}`)],
  ['lines without =', 'x.service', (n) => service(n, (i) => `this line ${i} has none`)],
  ['lines without key', 'x.service', (n) => service(n, (i) => `=${i}`)],
  ['lines before any section', 'x.service', (n) => `${lines(n, (i) => `Description=${i}`)}\n`],
  [
    'unknown sections',
    'x.service',
    (n) => `[Unit]\nDescription=x\n${lines((n - 2) / 2, (i) => `[Section${i}]\nA=b`)}\n`,
  ],
  [
    'sections',
    'x.service',
    (n) =>
      `[Unit]\nDescription=x\n${lines((n - 2) / 4, (i) => `[Unit]\nAfter=a${i}.service\n[Service]\nExecStartPre=/bin/true ${i}`)}\n`,
  ],
  [
    'sections for other programs',
    'x.service',
    (n) => `[Unit]\nDescription=x\n[X-Other]\n${lines(n - 3, (i) => `Key${i}=value`)}\n`,
  ],
  ['limits', 'x.service', (n) => service(n, (i) => `LimitNOFILE=${i}:${i * 2}`)],
  ['filters', 'x.service', (n) => service(n, (i) => `SystemCallFilter=~@mount reboot setuid${i % 3 ? '' : 'x'} open`)],
  ['credentials', 'x.service', (n) => service(n, (i) => `SetCredential=a${i}:b c`)],
  [
    'devices and weights',
    'x.slice',
    (n) =>
      own('Slice')(n, (i) => pick([`DeviceAllow=/dev/sd${i} rw`, `IODeviceWeight=/dev/sda ${i}`, 'CPUWeight=idel'], i)),
  ],
  [
    'exit statuses and signals',
    'x.service',
    (n) => service(n, (i) => pick([`SuccessExitStatus=${i} SIGKIL`, `KillSignal=SIGTERM${i}`], i)),
  ],
  ['resets', 'x.service', (n) => service(n, (i) => pick(['ExecStartPre=', 'ExecStartPre=/bin/a', 'Environment='], i))],
  [
    'continuations',
    'x.service',
    (n) => service(n, (i) => (i % 5 === 4 ? `  ${i}` : i % 5 ? `  ${i} \\` : `ExecStartPre=/bin/echo \\`)),
  ],
  [
    'one value of many lines',
    'x.service',
    (n) => service(n, (i) => (i === n - 5 ? '  x' : i ? `  word${i} \\` : 'ExecStartPre=/bin/echo \\')),
  ],
  [
    'one list of many lines',
    'x.service',
    (n) => unit(n, (i) => (i === n - 5 ? '  x.target' : i ? `  unit-${i}.service \\` : 'After=a.service \\')),
  ],
  ['comments', 'x.service', (n) => service(n, (i) => `# comment ${i}`)],
  [
    'comments that suppress',
    'x.service',
    (n) => service(n, (i) => (i % 2 ? `Restart=alwys${i}` : '# systemd-units: ignore value-invalid')),
  ],
  ['comments that suppress nothing', 'x.service', (n) => service(n, () => '# systemd-units: ignore value-invalid')],
  [
    'comments within a value',
    'x.service',
    (n) => service(n, (i) => (i ? `# comment ${i}` : 'ExecStartPre=/bin/echo \\')),
  ],
  ['blank lines', 'x.service', (n) => service(n, () => '')],
  ['backslash and blank at the end', 'x.service', (n) => service(n, (i) => `ExecStartPre=/bin/echo ${i} \\ `)],
  ['long values', 'x.service', (n) => service(n, (i) => `ExecStartPre=/bin/echo ${`word${i} `.repeat(30)}`)],
  ['invalid characters', 'x.service', (n) => service(n, (i) => `Description${i}=a\ud800b`)],
  ['beyond ASCII', 'x.service', (n) => unit(n, (i) => `Description=Grüße 🎉 ${i}`)],
  ['lines end as in Windows', 'x.service', (n) => service(n, (i) => `Environment=A${i}=b`).replaceAll('\n', '\r\n')],
  ['a template', 'x@.service', (n) => service(n, (i) => `ExecStartPre=/usr/bin/x%i --name=%n /run/%j${i} %%`)],
  [
    'install',
    'x.service',
    (n) =>
      `[Unit]\nDescription=x\n[Service]\nExecStart=/bin/a\n[Install]\n${lines(n - 5, (i) => `WantedBy=a${i}.target b`)}\n`,
  ],
  [
    'a unit of the user manager',
    '/etc/systemd/user/x.service',
    (n) =>
      `[Unit]\nDescription=x\n[Service]\nExecStart=/bin/a\n[Install]\n${lines(n - 5, () => 'WantedBy=multi-user.target')}\n`,
  ],
  [
    'a socket',
    'x.socket',
    (n) => own('Socket')(n, (i) => pick([`ListenStream=${i}`, `ListenDatagram=/run/${i}`, 'ListenNetlink=kobject'], i)),
  ],
  [
    'a socket that accepts',
    'x.socket',
    (n) => own('Socket')(n, (i) => (i ? `ListenDatagram=/run/${i}` : 'Accept=yes')),
  ],
  ['a timer', 'x.timer', (n) => own('Timer')(n, (i) => `OnCalendar=${pick(FORMS, i)}`)],
  ['a timer that is wrong', 'x.timer', (n) => own('Timer')(n, (i) => `OnCalendar=Mun *-*-${i}`)],
  ['a timer with several units', 'x.timer', (n) => own('Timer')(n, (i) => (i ? `Unit=a${i}.service` : 'OnBootSec=1'))],
  ['a path', 'x.path', (n) => own('Path')(n, (i) => pick([`PathExists=/a/${i}`, `PathChanged=b/${i}`], i))],
  ['a mount', 'data.mount', (n) => own('Mount')(n, (i) => pick([`What=/dev/sda${i}`, 'Where=/data', 'Options=ro'], i))],
  ['a swap', 'dev-sda.swap', (n) => own('Swap')(n, (i) => `What=/dev/sda${i}`)],
  ['a target', 'x.target', (n) => `[Unit]\nDescription=x\n${lines(n - 2, (i) => `Wants=a${i}.service`)}\n`],
  [
    'a drop-in',
    'x.service.d/10.conf',
    (n) => `[Service]\nNice=1\n${lines(n - 2, (i) => pick([`Environment=A=${i}`, 'Restart=alwys'], i))}\n`,
  ],
  ['a Quadlet file', `${QUADLETS}/x.container`, (n) => container(n, (i) => pick(CONTAINER, i).replaceAll('#', i))],
  [
    'a Quadlet file with volumes',
    `${QUADLETS}/x.container`,
    (n) => container(n, (i) => `Volume=data-${i}.volume:/srv/${i}`),
  ],
  ['a Quadlet file with unknown keys', `${QUADLETS}/x.container`, (n) => container(n, (i) => `Port${i}=80:80`)],
  [
    'a Quadlet file with dependencies',
    `${QUADLETS}/x.container`,
    (n) => unit(n, (i) => `After=app-${i}.container`).replace(/\[Service\]\n.*/, IMAGE),
  ],
].map(([name, file, text]) => ({ name, path: file.startsWith('/') ? file : `${SYSTEM}/${file}`, text }));
