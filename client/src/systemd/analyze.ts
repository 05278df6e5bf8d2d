import { analyze, type Command } from './command.ts';
import type { Manager } from './unit-of-file.ts';

export const plot = (manager: Manager): Command => analyze(manager, ['plot']);

export const criticalChain = (manager: Manager, unit: string): Command =>
  analyze(manager, ['critical-chain', '--no-pager'], [unit]);

export const calendar = (expression: string): Command =>
  analyze('system', ['calendar', '--iterations=5'], [expression]);

export const catConfig = (file: string): Command => analyze('system', ['cat-config', '--no-pager'], [file]);

/** A path below systemd's configuration folders, as `systemd/journald.conf`. */
export const isConfigPath = (text: string): boolean => /^[\w.@-]+(\/[\w.@-]+)*$/.test(text) && !text.includes('..');
