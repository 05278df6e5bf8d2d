import { since } from '../changes.ts';
import { type Located, locatedText } from '../located.ts';
import { notNormalized, pathFault } from '../paths/path-fault.ts';
import { type Consequence, faultAt, nameOf, quoted, whole } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { checkNetlink, parseSocketAddress } from './socket-address.ts';
import { completeListen, describeListen, listenSignature } from './socket-listen-help.ts';

/** `ListenStream=` and its like, `config_parse_socket_listen()` of src/core/load-fragment.c; systemd.socket(5). */
export const socketListen: ValueType = {
  parsers: ['config_parse_socket_listen'],
  repeats: 'extends',
  emptyClears: /^Listen/,
  specifiers: 'all',
  check(text, context) {
    if (text === '') return [];
    const resolved = resolve(locatedText(text), context, { consequence: 'ignored', limit: PATH_LIMIT });
    if (resolved.problem) return [resolved.problem];
    const { value } = resolved;
    if (context.directive.key === 'ListenNetlink') return checkNetlink(value, context);
    if (context.directive.argument === 'SOCKET_SOCKET') return checkAddress(value, context);
    return checkPath(value, context);
  },
  complete: completeListen,
  describe: describeListen,
  signature: listenSignature,
  references: (text, context) =>
    text.startsWith('/') && context.directive.key !== 'ListenMessageQueue' && !text.includes('%')
      ? [{ ...whole(text), type: 'path', target: text }]
      : [],
};

function checkAddress(value: Located, context: ValueContext): ValueProblem[] {
  const address = parseSocketAddress(value.text, context.version);
  if ('fault' in address) return [invalid(value, address.fault, context)];
  if (context.directive.key === 'ListenSequentialPacket' && address.family !== 'unix') {
    return [
      invalid(value, 'is an internet or vsock address, and sequential packets exist on UNIX sockets only', context),
    ];
  }
  if (address.family !== 'unix' || address.abstract) return [];
  if (notNormalized(value.text, context.version)) return [invalid(value, 'contains ".."', context, 'unloadable')];
  return legacyPath(value, context);
}

function checkPath(value: Located, context: ValueContext): ValueProblem[] {
  const { argument } = context.directive;
  // Special files are mostly there.
  const noApiVfs = argument !== 'SOCKET_SPECIAL' && since(context.version, 'sockets keep off API file systems');
  const fault = pathFault(value, context, { consequence: 'ignored', noApiVfs });
  if (fault) return [fault];
  return argument === 'SOCKET_FIFO' ? legacyPath(value, context) : [];
}

function invalid(
  value: Located,
  fault: string,
  context: ValueContext,
  consequence: Consequence = 'ignored',
): ValueProblem {
  const what = `${nameOf(context)} cannot listen on ${quoted(value.text)}, which ${fault}`;
  return faultAt(value.span(), { rule: 'value-invalid', consequence, what, ...meantAddress(value.text, context) });
}

/** `*:80` and `:80` listen on every address, which the port alone does; `localhost` has a number. */
function meantAddress(
  text: string,
  { version }: ValueContext,
): { remedy?: string; replacement?: string; isGuess?: boolean } {
  const [, host, port] = /^(\*|localhost|)[:\s](\d{1,5})$/i.exec(text) ?? [];
  if (port === undefined) return {};
  const replacement = /^localhost$/i.test(host!) ? `127.0.0.1:${port}` : port;
  if ('fault' in parseSocketAddress(replacement, version)) return {};
  return { remedy: `Write ${replacement}.`, replacement, isGuess: replacement !== port };
}

/** Since 253 or so systemd rewrites paths below the old place of run-time files, and says so. */
function legacyPath(value: Located, context: ValueContext): ValueProblem[] {
  if (!since(context.version, '/var/run/ is rewritten in sockets') || !/^\/+var\/+run(\/|$)/.test(value.text))
    return [];
  const modern = value.text.replace(/^\/+var\/+run/, '/run');
  return [
    faultAt(value.span(), {
      rule: 'legacy-path',
      consequence: 'noted',
      what: `${nameOf(context)} names a path below the legacy directory /var/run, which systemd reads as /run`,
      remedy: `Write ${modern}.`,
      replacement: value.text === modern ? undefined : modern,
    }),
  ];
}
