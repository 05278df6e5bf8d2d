import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { bootPicture } from './boot-position.ts';
import { manualPages } from './manual-pages.ts';
import { newUnit } from './new-unit.ts';
import { walkthrough } from './walkthrough.ts';

/** What helps to learn systemd rather than to run units. */
export const learning: Feature = (services) =>
  vscode.Disposable.from(...[manualPages, newUnit, bootPicture, walkthrough].map((feature) => feature(services)));
