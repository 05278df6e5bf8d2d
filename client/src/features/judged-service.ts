import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { relatedUnitsRequest } from '../../../server/src/protocol/requests.ts';
import type { Target } from '../operate/actions.ts';
import { isJudged, serviceOf } from '../operate/security.ts';

/** A service to be judged, and what led to it where that is another unit. */
export interface Judged {
  readonly target: Target;
  readonly of?: string | undefined;
}

/** The service a unit stands for: itself, that of a drop-in, or the one that a timer, socket or path unit starts. */
export async function judgedService(target: Target, client: BaseLanguageClient): Promise<Judged | undefined> {
  if (isJudged(target.path)) return { target };
  const uri = vscode.Uri.file(target.path);
  // The server answers about files it knows.
  await vscode.workspace.openTextDocument(uri);
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const related = await client.sendRequest(relatedUnitsRequest, { textDocument });
  const found = serviceOf(target, related);
  if ('refusal' in found) {
    vscode.window.showWarningMessage(found.refusal);
    return undefined;
  }
  const path = client.protocol2CodeConverter.asUri(found.uri).fsPath;
  if (target.kind === 'service') return { target: { ...target, path } };
  return { target: { ...target, kind: 'service', name: found.name, path }, of: target.name };
}
