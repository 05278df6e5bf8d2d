import { placeholder } from '../../../server/src/rules/advice/unread-text.ts';
import { ruleTest } from '../rule-test.ts';

const service = (line: string): string => `[Service]\n${line}\n`;

ruleTest(placeholder, {
  rejected: {
    'what autoconf and meson fill in': [service('ExecStart=@BINDIR@/web'), [['info', '@BINDIR@']]],
    'a lower-case one': [service('ExecStart=-@bindir@/web'), [['info', '@bindir@']]],
    'one in a list': [service('ReadWritePaths=/srv @STATE_DIR@/web'), [['info', '@STATE_DIR@']]],
    'a variable of Jinja, Go and others': [service('User={{ app_user }}'), [['info', '{{ app_user }}']]],
    'in the path of a command': [service('ExecStart=/opt/{{ app }}/bin/web'), [['info', '{{ app }}']]],
    'a statement': [service('{% if tls %}\nNice=1\n{% endif %}'), [['info', '{% if tls %}']]],
    ERB: [service('User=<%= @user %>'), [['info', '<%= @user %>']]],
    'a folder of CMake': [service('ExecStart=${CMAKE_INSTALL_PREFIX}/bin/web'), [['info', '${CMAKE_INSTALL_PREFIX}']]],
    'a folder of a Makefile': [service('ExecStart=${PREFIX}/bin/web'), [['info', '${PREFIX}']]],
    'an application of YunoHost': [service('WorkingDirectory=__INSTALL_DIR__'), [['info', '__INSTALL_DIR__']]],
    'a header': ['[{{ section }}]\nA=1\n', [['info', '{{ section }}']]],
    once: [service('User=__APP__\nGroup=__APP__'), [['info', '__APP__']]],
  },
  accepted: {
    'nothing to fill in': [service('ExecStart=/usr/bin/web')],
    'a format of another program': [service("ExecStart=/usr/bin/docker ps --format '{{.Names}}'")],
    'a variable of the service': [service('ExecStart=/usr/bin/web ${PORT} $OPTIONS')],
    'a separator of sed': [service('ExecStart=/usr/bin/sed s@A@B@ /etc/x')],
    'an abstract socket': ['[Socket]\nListenStream=@web\n'],
    'an instance': [service('Slice=web.slice\nSyslogIdentifier=a@b')],
    'a comment': [service('# @BINDIR@/web or {{ x }}\nNice=1')],
    'a variable that nobody expands, which is a fault': [service('User=${USER}')],
  },
});
