import { readFileSync } from 'node:fs';
import { t } from '../localize.ts';
import type { Target } from '../operate/actions.ts';
import { type EnablePlan, enablePlan, isCritical } from '../operate/enable.ts';
import { parseShow, show } from '../operate/show.ts';
import type { Question } from './question.ts';
import { askPlaced } from './where.ts';

/** Enabling makes links that disabling takes away, so it is asked only where it does nothing or endangers the boot. */
export async function enableQuestion(target: Target): Promise<Question | undefined> {
  const texts = (await installedFiles(target)).flatMap((path) => readIfThere(path) ?? []);
  // systemctl says itself what it cannot read.
  return texts.length === 0 ? undefined : questionOf(target.name, enablePlan(target.name, texts, target.manager));
}

function questionOf(name: string, { links, also, requiredBy }: EnablePlan): Question | undefined {
  if (links.length === 0 && also.length === 0) {
    return { text: t('Enabling {0} does nothing.', name), detail: whyNothing(name), accept: t('Enable Anyway') };
  }
  const dependent = requiredBy.filter(isCritical);
  if (dependent.length === 0) return undefined;
  return {
    text: t('Enable {0}?', name),
    detail: t(
      'RequiredBy= makes {0} depend on it: when {1} fails, the machine does not start up as usual. WantedBy= would let it.',
      dependent.join(', '),
      name,
    ),
    accept: t('Enable'),
  };
}

const whyNothing = (name: string): string =>
  name.includes('@.')
    ? t('It is a template without DefaultInstance=. Enable an instance of it, or add DefaultInstance=.')
    : t('It has no [Install] section that says what starts it. Add WantedBy=, or let another unit start it.');

/** The files of the unit as the manager finds them, which need not be the one being edited. */
async function installedFiles({ manager, name, path }: Target): Promise<readonly string[]> {
  const [properties] = parseShow((await askPlaced(show(manager, ['FragmentPath', 'DropInPaths'], [name]))).stdout);
  const text = (property: string) => properties?.get(property)?.[0] ?? '';
  const fragment = text('FragmentPath');
  // systemctl shows no template.
  if (fragment === '') return path === '' || path.includes('.d/') ? [] : [path];
  return [fragment, ...text('DropInPaths').split(' ').filter(Boolean)];
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
