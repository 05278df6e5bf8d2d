// What the scripts of pages build their elements with.

/** An element that the page is sure to have. */
export const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A drawing that is stretched to its place, and nothing to readers of the screen. */
export function svg(...children: SVGElement[]): SVGSVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  element.setAttribute('preserveAspectRatio', 'none');
  element.setAttribute('aria-hidden', 'true');
  element.append(...children);
  return element;
}

export function path(className: string, d: string): SVGPathElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  element.setAttribute('class', className);
  element.setAttribute('d', d);
  return element;
}

/** The row that a key leads to from row `at`, in a list of `count`; undefined when it is none that moves. */
export function rowAfter(key: string, { at, count }: { at: number; count: number }): number | undefined {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}
