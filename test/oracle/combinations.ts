/** Settings, some of them wrong, whose combinations systemd judges when it loads a unit; `ID` is the unit's name without suffix. */
export const settings: Readonly<Record<string, readonly string[]>> = {
  unit: [
    'SuccessAction=reboot|SuccessAction=none|OnFailure=a.target b.target|OnFailure=a.target|OnFailure=|OnFailureJobMode=isolate',
    'OnSuccess=x.service y.service|OnSuccessJobMode=isolate|JobTimeoutSec=5|JobTimeoutSec=infinity|JobRunningTimeoutSec=10',
    'Before=%n|Before=dev-x.device|Wants=%n|Description=%c|DefaultDependencies=no',
  ],
  service: [
    'Type=simple|Type=oneshot|Type=forking|Type=dbus|Type=exec|Type=notify|BusName=org.ID.b|ExecStart=/bin/true|ExecStart=',
    'ExecStart=/bin/true ; /bin/true|ExecStart=/bin/echo a;b \\; c ;|ExecStop=/bin/true|ExecStop=|ExecStartPost=/bin/true',
    'RemainAfterExit=yes|Restart=always|Restart=on-success|Restart=on-failure|ExitType=cgroup|RuntimeMaxSec=5|RuntimeMaxSec=infinity',
    'RuntimeRandomizedExtraSec=5|USBFunctionDescriptors=/x|USBFunctionStrings=/y|PrivatePIDs=yes|PAMName=login|PAMName=',
    'KillMode=process|KillMode=mixed|KillMode=|DynamicUser=yes|DynamicUser=no|WorkingDirectory=~|WorkingDirectory=/proc/1',
    'WorkingDirectory=-/sys|WorkingDirectory=|PrivateTmp=yes|ProtectSystem=full|ProtectSystem=no|ReadOnlyPaths=/x|ReadOnlyPaths=',
    'LoadCredential=a:/x|LoadCredential=|SetCredential=a:b|RestartSteps=3|RestartSteps=0|RestartMaxDelaySec=3|RestartSec=10',
    'RestartRandomizedDelaySec=infinity|PrivateUsers=yes|PrivateUsers=no|UserNamespacePath=/run/x|User=root|User=',
    'ExecStart=-|ExecStart=bin/x|ExecStart=-bin/x|Type=foo|Restart=alwys|BusName=foo|User=foo/bar|PrivateUsers=managed|DynamicUser=maybe',
    'KillMode=none|ExecStop=/bin/|PAMName=%Z|Foo=1|RestartSec=x',
    'RefreshOnReload=credentials|RefreshOnReload=extensions|ExtensionDirectories=/a.v/|MountFlags=slave|ProcSubset=pid|StartLimitInterval=5',
  ],
  socket: [
    'ListenStream=80|ListenStream=/run/ID|ListenDatagram=/run/d|ListenFIFO=/run/f|ListenSequentialPacket=/run/q|ListenNetlink=route 1',
    'ListenStream=foo:bar:baz|ListenFIFO=rel|Accept=maybe|Symlinks=rel|Service=a.socket',
    'ListenSpecial=/run/sp|ListenMessageQueue=/mq|ListenStream=|ListenFIFO=|ListenStream=@abs|Accept=yes|Accept=no|Service=z.service',
    'MaxConnections=0|MaxConnections=1|Symlinks=/run/y|Symlinks=|DeferTrigger=yes|PAMName=login|KillMode=mixed|PrivatePIDs=yes',
  ],
  timer: [
    'OnCalendar=foo|OnBootSec=x|OnClockChange=maybe|Unit=foo',
    'OnCalendar=daily|OnCalendar=|OnBootSec=1|OnBootSec=|OnUnitActiveSec=5|OnClockChange=yes|OnClockChange=no|Persistent=yes',
    'Unit=x.service|Unit=%n|Unit=y.service',
  ],
  path: [
    'PathExists=/x|PathExists=|PathExistsGlob=/y*|PathChanged=/z|DirectoryNotEmpty=/d|DirectoryNotEmpty=|MakeDirectory=yes',
  ],
  mount: [
    'What=/dev/x|What=|Where=/ID|Where=/other|Where=/ID/|Where=|PAMName=login|KillMode=mixed|PrivatePIDs=yes|ProtectHome=yes',
  ],
  automount: ['Where=/ID|Where=/other|ExtraOptions=fd|ExtraOptions=ro,indirect=1|ExtraOptions=ro|ExtraOptions='],
};

export const settingsOf = (kind: string): string[] => settings[kind]!.flatMap((line) => line.split('|'));

/** What systemd wants to find beside a unit of that kind. */
export function partnersOf(kind: string, stem: string): Record<string, string> {
  const service = '[Service]\nExecStart=/bin/true\n';
  if (kind === 'socket') return { [`${stem}.service`]: service, [`${stem}@.service`]: service };
  if (kind === 'timer' || kind === 'path') return { [`${stem}.service`]: service };
  return kind === 'automount' ? { [`${stem}.mount`]: '[Mount]\nWhat=/dev/x\n' } : {};
}
