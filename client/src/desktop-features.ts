import { analyzeCommands } from './actions/analyze-commands.ts';
import { installCommand } from './actions/install-command.ts';
import { installedFileCommands, packagedFileWarning } from './actions/installed-file.ts';
import { journalCommands } from './actions/journal-commands.ts';
import { managerCommands, startUserManager } from './actions/manager-commands.ts';
import { networkCommands } from './actions/network-actions.ts';
import { relink } from './actions/relink.ts';
import { runOnceCommand } from './actions/run-once.ts';
import { uninstallCommand } from './actions/uninstall.ts';
import { unitCommands } from './actions/unit-actions.ts';
import type { Feature } from './feature.ts';
import { assistantTools } from './learn/assistant-tools.ts';
import { bootPosition } from './learn/boot-position.ts';
import { importUnits } from './learn/import-units.ts';
import { manualPages } from './learn/manual-pages.ts';
import { mcpServer } from './learn/mcp-server.ts';
import { newUnit } from './learn/new-unit.ts';
import { reportIssue } from './learn/report-issue.ts';
import { restartServer } from './learn/restart-server.ts';
import { walkthrough } from './learn/walkthrough.ts';
import { bootPages } from './pages/boot/boot-panel.ts';
import { bootExplorer } from './pages/explorer/explorer-panel.ts';
import { dependencyGraphs } from './pages/graph/manager-graph.ts';
import { journalViews } from './pages/journal/journal-panel.ts';
import { scheduleEditor } from './pages/schedule/schedule-panel.ts';
import { hardeningFixes } from './pages/security/hardening-fixes.ts';
import { securityScore } from './pages/security/security-lens.ts';
import { securityReport } from './pages/security/security-panel.ts';
import { machineTimers } from './pages/timers/machine-timers.ts';
import { hardenByTrial } from './trials/harden-by-trial.ts';
import { tryUnit } from './trials/try-unit.ts';
import { codeLens } from './views/code-lens.ts';
import { contextKeys } from './views/context-keys.ts';
import { decorations } from './views/decorations.ts';
import { effectiveView } from './views/effective-view.ts';
import { managerStatus } from './views/manager-status.ts';
import { networkLens } from './views/network-lens.ts';
import { noSystemdNotice } from './views/no-systemd-notice.ts';
import { pickUnitCommands } from './views/pick-unit.ts';
import { relatedUnits } from './views/related-units.ts';
import { reloadView } from './views/reload-view.ts';
import { startFailureProblem } from './views/start-failure.ts';
import { statusBar } from './views/status-bar.ts';
import { targetStatus } from './views/target-status.ts';
import { taskProvider } from './views/task-provider.ts';
import { unitActionsMenu } from './views/unit-actions-menu.ts';
import { unitLinks } from './views/unit-links.ts';
import { unitsView } from './views/units-view.ts';
import { whyView } from './views/why-view.ts';

/**
 * Every feature of the extension, and so every command: `client/scripts/manifest.mjs` makes menus and palette of what they
 * declare. A new one is a file in its room and a name in this list.
 */
export const desktopFeatures: readonly Feature[] = [
  contextKeys,
  reportIssue,
  restartServer,
  assistantTools,
  mcpServer,
  relatedUnits,
  effectiveView,
  targetStatus,
  dependencyGraphs,
  managerStatus,
  unitCommands,
  pickUnitCommands,
  journalCommands,
  managerCommands,
  networkCommands,
  securityReport,
  hardeningFixes,
  // Lenses of what is registered later come first in a line.
  securityScore,
  codeLens,
  networkLens,
  statusBar,
  startFailureProblem,
  whyView,
  reloadView,
  installCommand,
  runOnceCommand,
  tryUnit,
  hardenByTrial,
  uninstallCommand,
  installedFileCommands,
  packagedFileWarning,
  unitActionsMenu,
  unitLinks,
  journalViews,
  analyzeCommands,
  bootPages,
  bootExplorer,
  machineTimers,
  scheduleEditor,
  unitsView,
  decorations,
  taskProvider,
  noSystemdNotice,
  startUserManager,
  relink,
  manualPages,
  newUnit,
  importUnits,
  bootPosition,
  walkthrough,
];
