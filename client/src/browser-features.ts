import type { EditingFeature } from './feature.ts';
import { importUnits } from './learn/import-units.ts';
import { manualPages } from './learn/manual-pages.ts';
import { newUnit } from './learn/new-unit.ts';
import { reportIssue } from './learn/report-issue.ts';
import { fileGraphs } from './pages/graph/graph-tab.ts';
import { scheduleEditor } from './pages/schedule/schedule-panel.ts';
import { fileTimers } from './pages/timers/timers-tab.ts';
import { effectiveView } from './views/effective-view.ts';
import { relatedUnits } from './views/related-units.ts';
import { targetStatus } from './views/target-status.ts';

/** The features for editing, which need no machine. */
export const browserFeatures: readonly EditingFeature[] = [
  reportIssue,
  relatedUnits,
  effectiveView,
  targetStatus,
  fileGraphs,
  manualPages,
  newUnit,
  importUnits,
  fileTimers,
  scheduleEditor,
];
