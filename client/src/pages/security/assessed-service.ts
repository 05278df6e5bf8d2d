import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { relatedUnitsRequest } from '../../../../server/src/protocol/requests.ts';
import { isAssessable, serviceOf } from '../../systemd/security.ts';
import type { Target } from '../../systemd/unit-of-file.ts';

/** A service to be assessed, and what led to it where that is another unit. */
export interface Assessed {
  readonly target: Target;
  readonly of?: string | undefined;
}

/** The service a unit stands for: itself, that of a drop-in, or the one that a timer, socket or path unit starts. */
export async function assessedService(target: Target, client: BaseLanguageClient): Promise<Assessed | undefined> {
  if (isAssessable(target.path)) return { target };
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
