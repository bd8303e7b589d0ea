/** Writes an undirected, weighted graph as GraphML, which Gephi, igraph and NetworkX open. */

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
}

/** Each pair of nodes at most once. */
export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  /** How many coalitions the two may share. Above 0: Gephi leaves out edges without weight. */
  readonly weight: number;
  /** How many of these both are surely in. */
  readonly certain: number;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="double"/>
<key id="certain" for="edge" attr.name="certain" attr.type="int"/>
<graph edgedefault="undirected">
`;

export function* graphmlLines(nodes: Iterable<GraphNode>, edges: Iterable<GraphEdge>): Generator<string> {
  yield HEAD;
  for (const { id, label, kind } of nodes) {
    yield `<node id="${escaped(id)}">${data("label", label)}${data("kind", kind)}</node>\n`;
  }
  for (const { source, target, weight, certain } of edges) {
    const ends = `source="${escaped(source)}" target="${escaped(target)}"`;
    yield `<edge ${ends}>${data("weight", weight)}${data("certain", certain)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

function data(key: string, value: string | number): string {
  return `<data key="${key}">${escaped(String(value))}</data>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // As they stand, an attribute would take these for spaces.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** What XML 1.0 has no way to write is replaced by U+FFFD: control characters, lone surrogates. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[^\u0020-\uFFFD\u{10000}-\u{10FFFF}]|\p{Surrogate}/gu, "\uFFFD");
}
