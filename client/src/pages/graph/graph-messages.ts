import type { GraphAnswer, GraphOptions } from '../../../../server/src/protocol/requests.ts';

/** What the page of the graph and the extension say to each other. */

export type ToPage =
  | { readonly type: 'graph'; readonly answer: GraphAnswer; readonly options: GraphOptions }
  | { readonly type: 'states'; readonly states: Readonly<Record<string, string>> }
  | { readonly type: 'empty'; readonly message: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'options'; readonly options: GraphOptions }
  | { readonly type: 'open' | 'openEdge' | 'expand'; readonly id: string }
  | { readonly type: 'export'; readonly format: 'svg' | 'dot' };
