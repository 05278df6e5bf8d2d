// The page of the dependency graph: shows what the server drew, and makes it something to press and to walk through.
import '../translations.ts';
import type {
  GraphAnswer,
  GraphOptions,
  PictureEdge,
  PictureNode,
  RelationKind,
} from '../../../../server/src/protocol/requests.ts';
import { t } from '../../localize.ts';
import { tellKeys } from '../help.ts';
import type { FromPage, ToPage } from './graph-page.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const host = acquireVsCodeApi();
const main = element('graph');
const about = element('about');
const depth = element('depth') as HTMLSelectElement;
const boxes = [...document.querySelectorAll<HTMLInputElement>('#options input')];
let shown: GraphAnswer | undefined;
let scale = 0;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'graph') show(data.answer, data.options);
  else if (data.type === 'states') showStates(data.states);
  else main.textContent = data.message;
});

function show(answer: GraphAnswer, options: GraphOptions): void {
  shown = answer;
  depth.value = String(options.depth);
  for (const box of boxes) box.checked = options.kinds.includes(box.value as RelationKind);
  // All relations of networks are shown.
  document.body.classList.toggle('networks', answer.of === 'networks');
  const drawing = new DOMParser().parseFromString(answer.svg, 'image/svg+xml').documentElement;
  const focused = document.activeElement instanceof SVGElement ? labelOf(document.activeElement) : undefined;
  main.replaceChildren(document.importNode(drawing, true));
  for (const node of answer.picture.nodes) prepareNode(node);
  for (const edge of answer.picture.edges) prepareEdge(edge);
  for (const text of main.querySelectorAll<SVGTextElement>('.node text')) fitText(text);
  applyScale();
  const { nodes, edges, left } = answer.picture;
  const others = nodes.length - 1;
  const units =
    answer.of === 'networks'
      ? others === 1
        ? t('1 related file')
        : t('{0} related files', others)
      : others === 1
        ? t('1 related unit')
        : t('{0} related units', others);
  const relations = edges.length === 1 ? t('1 relation') : t('{0} relations', edges.length);
  const around = `${answer.unit}: ${units}, ${relations}`;
  about.textContent = left > 0 ? t('{0}; {1} more are not shown', around, left) : around;
  if (focused !== undefined)
    [...document.querySelectorAll<SVGElement>('.node')].find((node) => labelOf(node) === focused)?.focus();
}

/** The server guesses how wide a text will be; the font of the theme may be wider. */
function fitText(text: SVGTextElement): void {
  const box = text.parentElement?.querySelector<SVGGraphicsElement>('path, polygon')?.getBBox();
  const room = (box?.width ?? 0) - 8;
  if (room <= 0 || text.getComputedTextLength() <= room) return;
  text.setAttribute('textLength', String(room));
  text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
}

const labelOf = (node: Element): string => node.getAttribute('aria-label') ?? '';

function prepareNode(node: PictureNode): void {
  const drawn = document.getElementById(node.id);
  if (!drawn) return;
  drawn.setAttribute('tabindex', '0');
  drawn.setAttribute('role', 'button');
  drawn.setAttribute('aria-label', node.name);
  const hint = node.hidden > 0 ? ` · ${t('{0} more related units: Shift+Enter', node.hidden)}` : '';
  const what = `${node.name}${node.description ? ` · ${node.description}` : ''}${node.path ? ` · ${node.path}` : ` · ${node.state}`}${hint}`;
  retitle(drawn, what);
  const expand = (): void => host.postMessage({ type: 'expand', id: node.id });
  const open = (): void => host.postMessage({ type: 'open', id: node.id });
  drawn.addEventListener('click', (event) => ((event as MouseEvent).shiftKey ? expand() : open()));
  drawn.addEventListener('focus', () => tell(node, what));
  drawn.addEventListener('mouseenter', () => tell(node, what));
  drawn.addEventListener('mouseleave', () => highlight(undefined));
  drawn.addEventListener('blur', () => highlight(undefined));
  drawn.addEventListener('keydown', (event) => {
    const { key, shiftKey } = event as KeyboardEvent;
    if (key === 'Enter' || key === ' ') (shiftKey ? expand : open)();
    else if (key.startsWith('Arrow')) move(drawn, key);
    else return;
    event.preventDefault();
  });
}

function prepareEdge(edge: PictureEdge): void {
  const drawn = document.getElementById(edge.id);
  if (!drawn) return;
  const name = (id: string): string => shown?.picture.nodes.find((node) => node.id === id)?.name ?? '';
  const keys = edge.keys.map((key) => `${key}=`).join(', ');
  const where = edge.place ? ` · ${edge.place.path}:${edge.place.line + 1}` : '';
  const what = `${name(edge.from)} → ${name(edge.to)} · ${keys}${where}`;
  retitle(drawn, what);
  drawn.addEventListener('mouseenter', () => {
    about.textContent = what;
  });
  drawn.addEventListener('click', () => host.postMessage({ type: 'openEdge', id: edge.id }));
}

function retitle(drawn: Element, text: string): void {
  const title = drawn.querySelector('title');
  if (title) title.textContent = text;
}

function tell(node: PictureNode, what: string): void {
  about.textContent = what;
  highlight(node);
}

/** Fades what is not related to a node. */
function highlight(node: PictureNode | undefined): void {
  const { nodes = [], edges = [] } = shown?.picture ?? {};
  const own = edges.filter(({ from, to }) => from === node?.id || to === node?.id);
  const near = new Set([node?.id, ...own.flatMap(({ from, to }) => [from, to]), ...own.map(({ id }) => id)]);
  for (const { id } of [...nodes, ...edges]) {
    document.getElementById(id)?.classList.toggle('faded', node !== undefined && !near.has(id));
  }
}

/** To the nearest node in the direction of the arrow. */
function move(from: Element, key: string): void {
  const centre = (element: Element): { x: number; y: number } => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const here = centre(from);
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [0, 0];
  let best: SVGElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const node of document.querySelectorAll<SVGElement>('.node')) {
    const { x, y } = centre(node);
    const along = (x - here.x) * dx! + (y - here.y) * dy!;
    const across = Math.abs((x - here.x) * dy!) + Math.abs((y - here.y) * dx!);
    if (along > 1 && along + 2 * across < least) {
      least = along + 2 * across;
      best = node;
    }
  }
  best?.focus();
}

function showStates(states: Readonly<Record<string, string>>): void {
  for (const { id, name } of shown?.picture.nodes ?? []) {
    const state = states[name];
    document.getElementById(id)?.classList.toggle('is-active', state === 'active');
    document.getElementById(id)?.classList.toggle('is-failed', state === 'failed');
  }
}

/** A scale of 0 fits the drawing into the window, but never blows it up. */
function applyScale(): void {
  const drawing = main.querySelector('svg');
  if (!drawing) return;
  const { width, height } = drawing.viewBox.baseVal;
  const room = Math.min((main.clientWidth - 24) / width, (main.clientHeight - 24) / height);
  const factor = scale === 0 ? Math.min(1.2, Math.max(room, 0.4)) : scale;
  drawing.setAttribute('width', String(width * factor));
  drawing.setAttribute('height', String(height * factor));
}

function zoom(by: number): void {
  const drawing = main.querySelector('svg');
  if (!drawing) return;
  const now = Number(drawing.getAttribute('width')) / drawing.viewBox.baseVal.width;
  scale = by === 0 ? 0 : Math.min(4, Math.max(0.1, now * by));
  applyScale();
}

element('options').addEventListener('change', () => {
  const kinds = boxes.filter(({ checked }) => checked).map(({ value }) => value as RelationKind);
  host.postMessage({ type: 'options', options: { depth: Number(depth.value), kinds } });
});
element('smaller').addEventListener('click', () => zoom(1 / 1.2));
element('larger').addEventListener('click', () => zoom(1.2));
element('fit').addEventListener('click', () => zoom(0));
for (const button of document.querySelectorAll<HTMLElement>('[data-export]')) {
  const format = button.dataset.export === 'svg' ? 'svg' : 'dot';
  button.addEventListener('click', () => host.postMessage({ type: 'export', format }));
}
window.addEventListener('resize', applyScale);
window.addEventListener('keydown', ({ key, target }) => {
  if (target instanceof HTMLSelectElement) return;
  if (key === '+') zoom(1.2);
  else if (key === '-') zoom(1 / 1.2);
  else if (key === '0') zoom(0);
});
tellKeys(
  t('Which relations are drawn, then the drawing: each unit in it can be reached, and tells its state and relations.'),
  [
    ['↑ ↓ ← →', t('The next unit in this direction')],
    ['Enter', t('Open the file of the unit')],
    ['Shift+Enter', t('Show what is around the unit as well')],
    ['+ − 0', t('Larger, smaller, all of it')],
  ],
);
host.postMessage({ type: 'ready' });
