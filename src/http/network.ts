/** The co-membership graph: parties as nodes, edges weighted by the coalitions that two of them share. */
import { type Static, Type } from "typebox";
import { ROLES } from "../domain/declaration.ts";
import { type Network, network } from "../domain/network.ts";
import { PARTY_KINDS } from "../domain/party.ts";
import type { Registry } from "../domain/registry.ts";
import { csvPages } from "../formats/csv.ts";
import { graphmlLines } from "../formats/graphml.ts";
import { ndjsonPages } from "../formats/ndjson.ts";
import { attendancesOn } from "../ledger/attendances.ts";
import { answer, onItsDay } from "./answer.ts";
import type { App } from "./app.ts";
import { columnsOf } from "./columns.ts";
import { component, orNull, shape, word } from "./component.ts";
import { NETWORK } from "./examples-of-sets.ts";
import { MEDIA_TYPES } from "./format.ts";
import { COALITIONS, rostersAt } from "./id-lists.ts";
import { streamedAs } from "./listing.ts";
import { formats, KNOWN, MEMBERS, ON_TODAY, onlyRole, query } from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { withRows } from "./replies.ts";
import {
  CoalitionLabel,
  CountShape,
  Day,
  KnownShape,
  toCoalitionLabel,
  toKnown,
  toPartyLabel,
} from "./schemas.ts";
import type { Service } from "./service.ts";

const NETWORK_FORMATS = ["json", "csv", "ndjson", "graphml"] as const;

const NodeShape = component(
  "NetworkNode",
  shape(
    { id: Type.String(), kind: word(PARTY_KINDS), name: Type.String(), coalitions: CountShape },
    "A party, and in how many of the coalitions it is.",
  ),
);

const EdgeShape = component(
  "NetworkEdge",
  shape(
    {
      source: Type.String(),
      target: Type.String(),
      weight: Type.Integer({ minimum: 1 }),
      certain: Type.Integer({ minimum: 0 }),
      possible: Type.Integer({ minimum: 0 }),
    },
    "Two parties, by id, and how many coalitions they share: `weight` is `certain` and `possible` together.",
  ),
);

const NetworkShape = component(
  "Network",
  shape(
    {
      on: Day,
      known: orNull(KnownShape),
      coalitions: Type.Array(CoalitionLabel),
      nodes: Type.Array(NodeShape),
      edges: Type.Array(EdgeShape),
    },
    "The undirected co-membership graph of the day. CSV and NDJSON have its edges.",
  ),
);

const GraphMl = component(
  "GraphMl",
  Type.String({ description: "A GraphML document, as Gephi, igraph and NetworkX open it." }),
);
const GRAPHML = {
  [MEDIA_TYPES.graphml]: {
    schema: GraphMl,
    example: [...graphmlLines(...graphOf(NETWORK.nodes, NETWORK.edges))].join(""),
  },
};

export function networkRoutes(app: App, service: Service): void {
  app.get(
    "/v1/network",
    {
      schema: {
        operationId: "getNetwork",
        tags: ["sets"],
        summary: "The co-membership graph of a day",
        description: "Parties are the nearer, the more coalitions they share. As GraphML it opens in Gephi.",
        querystring: query({ ...ON_TODAY, ...COALITIONS, ...MEMBERS, ...KNOWN, ...formats(NETWORK_FORMATS) }),
        response: withRows(NetworkShape, "The graph.", NETWORK, EdgeShape, NETWORK.edges, { more: GRAPHML }),
      },
    },
    (request, reply) =>
      answer(service, request, reply, "today", NETWORK_FORMATS, async (question, format) => {
        const { on, known, revision } = onItsDay(question);
        const { role = "member" } = request.query;
        const registry = await registryOf(service, question);
        const coalitions = rostersAt(registry, request.query.coalitions, "coalitions");
        const roles = onlyRole(role).roles ?? ROLES;
        const present = await attendancesOn(service.store, { known: revision, on, coalitions, roles });
        const graph = network([...present.values()]);
        const nodes = graph.nodes.map((node) => toNode(registry, node));
        if (format === "json") {
          const labels = coalitions.map((id) => toCoalitionLabel(registry, id));
          return { on, known: toKnown(known), coalitions: labels, nodes, edges: [...edgesOf(graph)] };
        }
        return streamedAs(request, reply, question, format, {
          csv: () => csvPages(columnsOf(EdgeShape), [edgesOf(graph)]),
          ndjson: () => ndjsonPages([edgesOf(graph)]),
          graphml: () => [graphmlLines(...graphOf(nodes, edgesOf(graph)))],
        });
      }),
  );
}

function toNode(
  registry: Registry,
  { party, coalitions }: Network["nodes"][number],
): Static<typeof NodeShape> {
  return { ...toPartyLabel(registry, party), coalitions };
}

function* edgesOf({ edges }: Network): Generator<Static<typeof EdgeShape>> {
  for (const { a, b, shared } of edges) {
    yield { source: a, target: b, weight: shared.certain + shared.possible, ...shared };
  }
}

function graphOf(nodes: readonly Static<typeof NodeShape>[], edges: Iterable<Static<typeof EdgeShape>>) {
  return [nodes.map(({ id, kind, name }) => ({ id, kind, label: name })), edges] as const;
}
