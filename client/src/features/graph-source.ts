import * as vscode from 'vscode';
import type { Services } from '../feature.ts';
import { askAll, managedUnits } from '../graph/managed-units.ts';
import type { GraphAnswer, GraphOptions } from '../graph/messages.ts';
import { t } from '../localize.ts';
import type { Target } from '../operate/actions.ts';
import { parseShow, show } from '../operate/show.ts';
import type { Manager } from '../operate/unit-of-file.ts';
import { askPlaced } from './where.ts';

/** Where a graph comes from: asked anew whenever it is drawn. */
export interface GraphSource {
  /** What the files say follows the editor; what a manager says stays. */
  readonly kind: 'file' | 'manager';
  /** The same for the same graph. */
  readonly id: string;
  draw(options: GraphOptions & { readonly expanded: readonly string[] }): Promise<Drawn | { readonly refusal: string }>;
}

export interface Drawn {
  readonly title: string;
  readonly answer: GraphAnswer;
  /** What each unit is at the moment (`active`, `failed` …), as far as its manager knows. */
  readonly states: Promise<Readonly<Record<string, string>>>;
}

/** What the files say, around the unit of one of them. */
export const fileGraph = (uri: vscode.Uri, { client, managers }: Services): GraphSource => ({
  kind: 'file',
  id: uri.toString(),
  async draw(options) {
    const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
    const answer = await client.sendRequest<GraphAnswer | null>('systemdUnits/graph', { textDocument, ...options });
    if (!answer) return { refusal: t('This file is no unit, so it has no place in the graph.') };
    const names = answer.picture.nodes.map(({ name }) => name);
    return { title: t('Dependencies of {0}', answer.unit), answer, states: statesOf(names, managers.of(uri)) };
  },
});

async function statesOf(names: readonly string[], manager: Manager): Promise<Record<string, string>> {
  // Templates have no state, and systemctl refuses to be asked for one.
  const asked = names.filter((name) => !name.includes('@.'));
  if (!vscode.workspace.isTrusted || asked.length === 0) return {};
  const { stdout } = await askPlaced(show(manager, ['LoadState', 'ActiveState'], asked));
  const states = parseShow(stdout).flatMap((properties, index) => {
    const [load, active] = ['LoadState', 'ActiveState'].map((name) => properties.get(name)?.[0]);
    return load === 'loaded' ? [[asked[index], active]] : [];
  });
  return Object.fromEntries(states);
}

const EVERYTHING = { timeout: 15_000, bytes: 32 << 20 };

/** What a running manager has loaded, around one of its units: `systemd-analyze dot`, in the view for files. */
export const managerGraph = ({ name, manager }: Target, { client }: Services): GraphSource => ({
  kind: 'manager',
  id: `${manager} ${name}`,
  async draw(options) {
    const { stdout, stderr } = await askPlaced(askAll(manager, name), EVERYTHING);
    const loaded = managedUnits(stdout);
    if (!loaded) return { refusal: t('The manager tells nothing of {0}. {1}', name, stderr.trim()) };
    const { unit, units, states } = loaded;
    const answer = await client.sendRequest<GraphAnswer | null>('systemdUnits/managerGraph', {
      unit,
      units,
      ...options,
    });
    if (!answer) return { refusal: t('{0} could not be drawn; the log of the language server says why.', unit) };
    return { title: t('Dependencies of {0}, as loaded', unit), answer, states: Promise.resolve(states) };
  },
});
