/** What the page of the graph and the extension say to each other. */

export type RelationKind = 'requirement' | 'ordering' | 'conflict' | 'trigger' | 'other';

export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly path?: string;
  readonly description?: string;
  readonly hidden: number;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly keys: readonly string[];
  readonly place?: { readonly path: string; readonly line: number };
}

/** What the server answers to `systemdUnits/graph`. */
export interface GraphAnswer {
  readonly unit: string;
  readonly picture: {
    readonly nodes: readonly GraphNode[];
    readonly edges: readonly GraphEdge[];
    readonly left: number;
  };
  readonly dot: string;
  readonly svg: string;
}

export interface GraphOptions {
  readonly depth: number;
  readonly kinds: readonly RelationKind[];
}

export type ToPage =
  | { readonly type: 'graph'; readonly answer: GraphAnswer; readonly options: GraphOptions }
  | { readonly type: 'states'; readonly states: Readonly<Record<string, string>> }
  | { readonly type: 'empty'; readonly message: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'options'; readonly options: GraphOptions }
  | { readonly type: 'open' | 'openEdge' | 'expand'; readonly id: string }
  | { readonly type: 'export'; readonly format: 'svg' | 'dot' };
