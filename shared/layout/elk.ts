/** The parts of ELK's graph format that are used here (https://eclipse.dev/elk/documentation/tooldevelopers/graphdatastructure/jsonformat.html). */
export interface ElkGraph {
  readonly id: string;
  readonly width?: number;
  readonly height?: number;
  readonly layoutOptions?: Readonly<Record<string, string>>;
  readonly children?: readonly ElkGraph[];
  readonly edges?: readonly ElkGraphEdge[];
}
export interface ElkGraphEdge {
  readonly id: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly labels?: readonly { readonly text: string; readonly width: number; readonly height: number }[];
}

/** Each node with its place within the one around it. */
export interface ElkResult {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly children?: readonly ElkResult[];
}

/** Lays a graph out; in the window ELK runs in a worker. */
export type RunElk = (graph: ElkGraph) => Promise<ElkResult>;
