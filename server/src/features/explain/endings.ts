import { exitStatusOf, parseExitStatus } from '../../values/basic/exit-statuses.ts';
import { parseSignal, signals } from '../../values/basic/signals.ts';
import { withManual } from '../manual-text.ts';
import { type Explainer, type Question, said } from './question.ts';
import { signalCauses } from './signal-causes.ts';
import { stateMarkdown } from './states.ts';

/** `203/EXEC`, `EXIT_EXEC`, `TEMPFAIL`. */
export const aboutExitStatus: Explainer = (question) => {
  const { topic, version } = question;
  const name = /^(?:\d{1,3}\/|EX(?:IT)?_)?([A-Z_]+)$/.exec(topic)?.[1];
  const number = name === undefined ? undefined : parseExitStatus(name, version);
  return number === undefined ? undefined : said('exit status', exitStatusMarkdown(number, question));
};

/** What a line of `systemctl status` says: `code=exited, status=203/EXEC`, `status=9/KILL`, `signal=SEGV`. */
export const aboutEnding: Explainer = (question) => {
  const { topic } = question;
  const code = /\bcode=(\w+)/.exec(topic)?.[1];
  const [, status, name] = /\bstatus=(\d{1,3})(?:\/([A-Z0-9+_]+))?/.exec(topic) ?? [];
  const named = /\bsignal=(?:SIG)?([A-Z0-9+]+)/.exec(topic)?.[1];
  const number = named === undefined ? signalOf(status, { code, name }) : parseSignal(named);
  if (number !== undefined) return said('signal', killedMarkdown(number));
  if (status !== undefined) return said('exit status', exitStatusMarkdown(Number(status), question));
  return code === undefined ? undefined : said('state', stateMarkdown(code));
};

/** `status=9/KILL` is a signal, and so is whatever ended what was killed. */
function signalOf(
  status: string | undefined,
  { code, name }: { code?: string | undefined; name?: string | undefined },
) {
  if (status === undefined) return undefined;
  const isSignal =
    code === 'killed' || code === 'dumped' || (name !== undefined && parseSignal(name) === Number(status));
  return isSignal ? Number(status) : undefined;
}

function killedMarkdown(number: number): string {
  const { name, what } = signals.find((signal) => signal.number === number) ?? { name: `signal ${number}`, what: '' };
  const clean = ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGPIPE'].includes(name)
    ? 'systemd counts this as a clean end of a service.'
    : 'systemd counts this as a failure, unless `SuccessExitStatus=` names the signal.';
  const head = `**killed by ${name}** · signal ${number}${what ? `: ${what}` : ''}.`;
  return [head, signalCauses[name], clean].filter((part) => part !== undefined).join('\n\n');
}

/** From here on a shell tells of signals: 128 and the number of the signal. */
const SHELL_SIGNALS = 128;

export function exitStatusMarkdown(number: number, { environment }: Question): string {
  const known = exitStatusOf(number);
  const signal = known ? undefined : signals.find((one) => one.number === number - SHELL_SIGNALS);
  const manual = environment.manual?.exitStatus(String(number));
  return withManual(known ? named(number, known) : plain(number, signal?.name), manual, environment);
}

/** systemd.exec(5): what systemd says when it cannot get as far as the program. */
const isOfSystemd = (number: number): boolean => number >= 200 && number < 250;

const named = (number: number, { name, what }: { readonly name: string; readonly what: string }): string =>
  `**Exit status ${number}/${name}**: ${what}.${isOfSystemd(number) ? ' systemd itself ended it before the program began.' : ''}`;

function plain(number: number, signal: string | undefined): string {
  if (signal !== undefined) {
    const number_ = number - SHELL_SIGNALS;
    const often = signalCauses[signal] ?? '';
    return `**Exit status ${number}**: killed by ${signal} (${SHELL_SIGNALS} + ${number_}, as a shell tells of a signal). ${often}`.trimEnd();
  }
  if (number === 126) return '**Exit status 126**: a shell found the command but could not run it: is it executable?';
  if (number === 127) return '**Exit status 127**: a shell did not find the command. Write its whole path.';
  return `**Exit status ${number}**: a failure of the program itself; its manual or its last lines in the journal tell what it means.`;
}
