import type * as vscode from 'vscode';
import { type GraphAnswer, type GraphOptions, graphRequest } from '../../../../server/src/protocol/requests.ts';
import type { Services } from '../../feature.ts';
import { t } from '../../localize.ts';

/** Where a graph comes from: asked anew whenever it is drawn. */
export interface GraphSource {
  /** A graph of files follows the active editor; one of a manager does not. */
  readonly kind: 'file' | 'manager';
  /** The same for the same graph. */
  readonly id: string;
  draw(options: GraphOptions & { readonly expanded: readonly string[] }): Promise<Drawn | { readonly refusal: string }>;
}

/** What each unit is at the moment (`active`, `failed` …), as far as its manager knows. */
export type States = Promise<Readonly<Record<string, string>>>;

export interface Drawn {
  readonly title: string;
  readonly answer: GraphAnswer;
  readonly states: States;
}

/** Asks the manager a file's units belong to. In a browser there is none. */
export type AskStates = (names: readonly string[], file: vscode.Uri) => States;

/** What the files say, around the unit of one of them. */
export const fileGraph = (
  uri: vscode.Uri,
  { client }: Pick<Services, 'client'>,
  askStates: AskStates,
): GraphSource => ({
  kind: 'file',
  id: uri.toString(),
  async draw(options) {
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const answer = await client.sendRequest(graphRequest, { textDocument, ...options });
    if (!answer) return { refusal: t('This file is not a unit, so it has no dependency graph.') };
    // Devices of networks have no states a manager of units could tell.
    if (answer.of === 'networks')
      return { title: t('{0}: networks', answer.unit), answer, states: Promise.resolve({}) };
    const names = answer.picture.nodes.map(({ name }) => name);
    return { title: t('{0}: dependencies', answer.unit), answer, states: askStates(names, uri) };
  },
});
