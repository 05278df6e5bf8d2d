import {
  baseOf,
  installSection,
  isTemplate,
  isUsuallyEnabled,
  parse,
  parseUnitName,
  usualTarget,
} from '../../../server/src/index.ts';
import { t } from '../localize.ts';
import { dropInFolder, isOwnPath } from './install-paths.ts';
import type { Target } from './unit-of-file.ts';

/** How to make a unit without [Install] one that can be enabled. */
export interface InstallOffer {
  readonly button: string;
  /** What the button does, in a sentence. */
  readonly detail: string;
  /** The file that is written, which is the one being edited. */
  readonly path: string;
  /** Appended to the file; empty if it has an [Install] section already. */
  readonly text: string;
  /** The installed copy, which has to be updated. */
  readonly copy: string | undefined;
}

/** The file of a unit as the manager found it, and as it is being edited. */
export interface Enabled {
  /** The path by which the manager knows the unit. */
  readonly fragment: string;
  /** The fragment is this file, or a link to it. */
  readonly isSame: boolean;
  /** The fragment with its drop-ins. */
  readonly installed: readonly string[];
  readonly edited: string;
  readonly isDirty: boolean;
}

/** @returns undefined where the unit is a package's, a bare template, or has an [Install] section that names no unit */
export function installOffer(target: Target, unit: Enabled): InstallOffer | undefined {
  const { path, name, kind } = target;
  const { fragment, isSame, installed, edited, isDirty } = unit;
  const parsed = parseUnitName(name);
  if (!parsed || isTemplate(parsed) || !isUsuallyEnabled(kind) || !isOwnPath(fragment)) return undefined;
  if (dropInFolder(path) || baseOf(path) !== baseOf(fragment) || installed.some(hasInstall)) return undefined;
  const wantedBy = usualTarget(target);
  const text = hasInstall(edited) ? '' : installSection(edited, wantedBy);
  const copy = isSame ? undefined : fragment;
  return { path, text, copy, ...words({ name, path, copy, wantedBy, isWritten: text !== '', isDirty }) };
}

const hasInstall = (text: string): boolean => parse(text).sections.some(({ name }) => name === 'Install');

interface Steps {
  readonly name: string;
  readonly path: string;
  readonly copy: string | undefined;
  readonly wantedBy: string;
  readonly isWritten: boolean;
  readonly isDirty: boolean;
}

function words(steps: Steps): Pick<InstallOffer, 'button' | 'detail'> {
  const { name, path, copy, wantedBy, isWritten, isDirty } = steps;
  const button = isWritten
    ? t('Add [Install], Save and Enable')
    : isDirty
      ? t('Save and Enable')
      : t('Copy Again and Enable');
  const sentences = [
    isWritten
      ? t('"{0}" writes [Install] with WantedBy={1} to the end of {2} and saves the file.', button, wantedBy, path)
      : t('{0} has an [Install] section that {1} does not have yet.', path, copy ?? name),
    ...(isWritten && isDirty ? [t('Other unsaved changes in it are saved too.')] : []),
    ...(copy === undefined ? [] : [t('It is copied to {0} again.', copy)]),
  ];
  return { button, detail: sentences.join(' ') };
}
