// The security report: what the service may do, highest exposure first, with a button for each remedy.
import '../translations.ts';
import { t } from '../../localize.ts';
import type { Exposure } from '../../systemd/security.ts';
import { byId } from '../elements.ts';
import { tellKeys } from '../help.ts';
import type { FromReport, Report } from './security-messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromReport): void };

const vscode = acquireVsCodeApi();

window.addEventListener('message', ({ data }: MessageEvent<Report>) => show(data));

function show({ unit, of, score, exposures }: Report): void {
  const open = exposures.filter(({ exposure }) => exposure > 0);
  const closed = exposures.length - open.length;
  const title = element('h1', score ? `${unit}: ${score.exposure.toFixed(1)} ${score.level}` : unit);
  title.className = score ? `level-${score.level.toLowerCase()}` : '';
  const about = t(
    '0 means fully confined, 10 fully exposed. {0} of {1} settings can be tightened, {2} are safe. A low score does not prove that a service is safe, nor a high score that it is faulty.',
    ...[open.length, exposures.length, closed],
  );
  const table = element('table');
  table.append(element('caption', t('Highest exposure first')), head(), ...open.map(row));
  const led =
    of === undefined
      ? []
      : [element('p', t('{0} does not run a process itself. This report is about {1}, which it starts.', of, unit))];
  byId('report').replaceChildren(title, ...led, element('p', about), table);
}

function head(): HTMLElement {
  const line = element('tr');
  line.append(...[t('Exposure'), t('The service'), ''].map((text) => element('th', text)));
  return line;
}

function row({ name, description, exposure, remedy, caution }: Exposure): HTMLElement {
  const line = element('tr');
  const what = element('td', description.replace(/^Service /, ''));
  what.append(element('code', remedy ?? name));
  if (caution) what.append(element('small', caution));
  const action = element('td');
  if (remedy) action.append(button(remedy));
  line.append(element('td', exposure.toFixed(1)), what, action);
  return line;
}

function button(assignment: string): HTMLElement {
  const add = element('button', t('Add'));
  add.title = t('Write {0} into [Service]', assignment);
  add.addEventListener('click', () => vscode.postMessage({ kind: 'add', assignment }));
  return add;
}

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

tellKeys(
  t(
    'A table with the highest exposure first: how much, what the service may do, and a button that writes the remedy into its file.',
  ),
  [['Enter', t('On a button: write the remedy')]],
);
vscode.postMessage({ kind: 'ready' });
