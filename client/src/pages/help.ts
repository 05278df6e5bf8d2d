// What a page says to those who use it by keyboard or hear it: its keys, in a dialog that `?` opens.
import { t } from '../localize.ts';
import { made } from './elements.ts';

/** Keys as they are written on a keyboard, and what they do. */
export type Key = readonly [keys: string, does: string];

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && /^(text|search|number)$/.test(target.type));

/**
 * Adds the dialog to the page, and as the first thing that Tab leads to a button that opens it.
 * @param about what there is on the page, in the order in which it is read
 */
export function tellKeys(about: string, keys: readonly Key[]): void {
  const close = made('button', '', t('Close'));
  const heading = made('h2', '', t('Keyboard and screen reader'));
  heading.id = 'help-heading';
  const all: readonly Key[] = [...keys, ['Tab', t('Next control')], ['?', t('This help')]];
  const list = made(
    'dl',
    '',
    ...all.flatMap(([key, does]) => [made('dt', '', made('kbd', '', key)), made('dd', '', does)]),
  );
  const dialog = made('dialog', 'help', heading, made('p', '', about), list, close);
  dialog.setAttribute('aria-labelledby', heading.id);
  const opener = made('button', 'help-opener', t('Keyboard help (?)'));
  opener.type = 'button';
  document.body.prepend(opener);
  document.body.append(dialog);
  opener.addEventListener('click', () => dialog.showModal());
  close.addEventListener('click', () => dialog.close());
  window.addEventListener('keydown', (event) => {
    const isAsked = (event.key === '?' && !isTyped(event.target)) || (event.key === 'F1' && event.altKey);
    if (!isAsked || dialog.open) return;
    event.preventDefault();
    dialog.showModal();
  });
}
