import { t } from './localize.ts';

/**
 * How a command is offered: title, icon, menus and when. The commands,
 * menus and command palette of package.json are generated from these by `client/scripts/manifest.mjs`.
 */
export interface CommandDeclaration {
  /** In title case, with three dots where a question follows. */
  readonly title: string;
  /** In the list of VS Code's own *New File…*. */
  readonly shortTitle?: string;
  /** A second line in *More Actions…*. */
  readonly detail?: string;
  /** A codicon. */
  readonly icon?: string;
  readonly when: When;
  /** Menus, with the group and the place in it as VS Code has them: `1_run@2`. */
  readonly menus?: Partial<Readonly<Record<Menu, string>>>;
  /** Its place among the buttons: in the bar of the editor, and in a row of the view Units. */
  readonly button?: number;
}

/** On what it depends whether a command is offered; the clauses are in `client/scripts/manifest/menus.mjs`. */
export type When =
  /** The state of the unit allows it, see `applicable-commands.ts`. The palette names it for any unit being edited. */
  | 'applicable'
  /** The manager knows the unit. */
  | 'installed'
  /** A unit file, and systemd's tools, whether or not systemd runs. */
  | 'tools'
  /** A unit file on a machine where extensions run. */
  | 'file'
  /** The text of a unit, wherever it is: in a browser as well. */
  | 'text'
  /** The same where it is not a Quadlet file; a visible Quadlet file of this machine, or a drop-in of one. */
  | 'unitText'
  | 'quadlet'
  /** The text of a file that is read line by line. */
  | 'lineText'
  /** The text of a timer, or of a drop-in of one. */
  | 'timerText'
  /** A .network or .netdev file; also a .link file; a .link file alone; a .nspawn file. */
  | 'networkFile'
  | 'linkFile'
  | 'udevLinkFile'
  | 'nspawnFile'
  /** A machine that runs systemd, and no unit. */
  | 'machine'
  /** A machine that has systemd's tools. */
  | 'machineTools'
  /** A machine. */
  | 'desktop'
  | 'always'
  /** A file or a selected text that units can be made of. */
  | 'importable'
  /** A row of the view Units, whatever its state; not in the palette. */
  | 'row'
  /** A row with a file. */
  | 'rowWithFile'
  /** The view Units itself. */
  | 'view'
  | 'filteredView'
  /** The tab of a journal; the palette as for `tools`. */
  | 'journalTab';

/** The menu of a unit with its submenus, those of the view Units, and VS Code's own: *New File…*, files, a selection. */
export type Menu =
  | 'unit'
  | 'journal'
  | 'enable'
  | 'analyze'
  | 'edit'
  | 'learn'
  | 'row'
  | 'rowEnable'
  | 'rowMore'
  | 'view'
  | 'editor'
  | 'newFile'
  | 'explorer'
  | 'selection';

/** The menus below the menu of a unit, and those below a row of the view Units. */
export const submenus = {
  journal: t('Journal'),
  enable: t('Enable'),
  analyze: t('Analyze'),
  edit: t('Edit'),
  learn: t('Learn'),
  rowEnable: t('Enable'),
  rowMore: t('Details'),
} as const;
