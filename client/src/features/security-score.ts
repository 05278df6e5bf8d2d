import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import type { UnitStates } from '../machine/unit-states.ts';
import { askPlaced } from '../machine/where.ts';
import { isJudged, parseScore, type Score, security } from '../operate/security.ts';
import { setting } from '../settings.ts';
import { savedAnswers } from './saved-answers.ts';

/** How far a service is confined, as a number above its section. */
export const securityScore: Feature = ({ managers, states }) => {
  const scores = savedAnswers(async (uri): Promise<Score | undefined> => {
    const { code, stdout } = await askPlaced(security(managers.of(uri), uri.fsPath));
    return code === 0 ? parseScore(stdout) : undefined;
  });
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: scores.onDidForget,
    async provideCodeLenses(document) {
      const { uri } = document;
      if (!mayBeJudged(uri, states) || !setting('codeLens.enabled', uri)) return [];
      const header = /^\[Service\]/m.exec(document.getText());
      const score = header ? await scores.of(uri) : undefined;
      if (!header || !score) return [];
      const place = document.positionAt(header.index);
      const title = t('Security: exposure {0} {1}', score.exposure.toFixed(1), score.level);
      const command = { title, command: 'systemdUnits.security', arguments: [uri] };
      return [new vscode.CodeLens(new vscode.Range(place, place), command)];
    },
  };
  return vscode.Disposable.from(
    scores,
    vscode.languages.registerCodeLensProvider({ language: 'systemd', scheme: 'file' }, provider),
  );
};

/** A service, where systemd-analyze may be run; it needs no systemd that runs the machine. */
export const mayBeJudged = (uri: vscode.Uri, { obstacle }: UnitStates): boolean =>
  isJudged(uri.path) && obstacle !== 'untrusted' && obstacle !== 'missing';
