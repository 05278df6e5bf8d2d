import { describe, expect, test } from 'vitest';
import { checkUnitText } from '../../server/src/service/check.ts';

/** Lines with an error or a warning. */
const minded = (name: string, text: string): number[] =>
  checkUnitText(text, { path: `/work/templates/${name}`, version: 262 })
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ line }) => line);

const JINJA = `{# managed #}
{% set x = 1 %}
[Unit]
Description={{ name }}
{% if after is defined %}
After={{ after | join(' ') }}
{% else %}
After=network.target
{% endif %}
{{ extra }}

[Service]
{% for item in
   environment %}
Environment={{ item }}
{% endfor %}
Type={{ 'notify' if notify else 'simple' }}
ExecStart={{ bin }} --port {{ port }}
Restart=alwys
{{ key }}=yes

[{{ last }}]
WantedBy={{ target }}
`;

const M4 = `m4_dnl the unit
[Service]
ExecStart=@bindir@/x
m4_ifdef(\`HAVE_TLS',
Nice=1
')m4_dnl
Restart=alwys
`;

const GO = `[Unit]
Description={{ .Description }}
{{- range .Dependencies }}
{{ . }}{{ end }}
[Service]
StartLimitInterval=5
ExecStart={{ .Path | cmdEscape }}{{ range .Arguments }} {{ . | cmd }}{{ end }}
{{ if .User }}User={{ .User }}{{ end }}
Restart=alwys
`;

const ERB = `[Service]
<% if @user -%>
User=<%= @user %>
<% end -%>
LimitNOFILE=<%= @limit %>
Restart=alwys
`;

const TERRAFORM = `[Service]
%{ if tls ~}
ExecStart=\${path}/x
%{ endif ~}
Restart=alwys
`;

describe('a file from which a unit is made is judged around its placeholders', () => {
  test.each([
    ['web.service.j2', JINJA, [19]],
    ['web.service.in', M4, [7]],
    ['web.service.tmpl', GO, [9]],
    ['web.service.erb', ERB, [6]],
    ['web.service.tftpl', TERRAFORM, [5]],
    ['web.service', JINJA, [19]],
    ['web.service', GO, [9]],
    ['web.service', ERB, [6]],
    ['web.service.d/10.conf.j2', '[Service]\nNice={{ nice }}\nRestart=alwys\n', [3]],
    ['web.service.d/10.conf', '[Service]\nNice={{ nice }}\nRestart=alwys\n', [3]],
    ['{{ app }}.service', '[Service]\nExecStart={{ bin }}\nRestart=alwys\n', [3]],
    ['web.service', '[Service]\nUser=__APP__\nExecStart=__INSTALL_DIR__/x\nRestart=alwys\n', [4]],
    ['web.service.template', '[Service]\nUser=$USER/x\nExecStart=$HOME/x\nRestart=alwys\n', [4]],
  ])('%s', (name, text, lines) => expect(minded(name, text)).toEqual(lines));
});

test('a header that may come of a placeholder above is not missed', () => {
  expect(minded('web.service.j2', '{% include "head" %}\nNice=1\n')).toEqual([]);
  expect(minded('web.service.j2', 'Nice=1\n')).toEqual([1]);
});

test('a unit with a variable that systemd does not expand is not a source', () => {
  expect(minded('web.service', '[Service]\nExecStart=/bin/true\nUser=${USER}/x\n')).toEqual([3]);
});
