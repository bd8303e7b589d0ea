/** The service about itself: an index of its paths, and what stands behind its answers. */

import { Type } from "typebox";
import type { Revision } from "../ledger/command.ts";
import { RULES_VERSION } from "../ledger/rules.ts";
import { answerOverTime } from "./answer.ts";
import type { App } from "./app.ts";
import { component, keyed, orNull, shape } from "./component.ts";
import type { Directory } from "./directory.ts";
import { INDEX, META } from "./examples.ts";
import { KNOWN, query } from "./parameters.ts";
import { always, plain } from "./replies.ts";
import { KnownShape, toKnown } from "./schemas.ts";
import type { Service } from "./service.ts";

const NAME = "Accession";
const LICENCES = { code: "MIT", data: "CC BY 4.0" };
const STABILITY =
  "Within /v1 nothing is taken away and no meaning changes; fields and parameters may be added. What the " +
  "ledger said at a `known` it will always say, unless `rulesVersion` changes.";
const TALLY = [
  "coalitions",
  "countries",
  "parties",
  "declarations",
  "inForce",
  "spells",
  "claims",
  "findings",
] as const;

const Index = component(
  "Index",
  shape(
    {
      name: Type.String(),
      version: Type.String(),
      documentation: Type.String(),
      openapi: Type.String(),
      paths: Type.Array(
        shape({ path: Type.String(), methods: Type.Array(Type.String()), summary: Type.String() }),
      ),
    },
    "The paths of the service.",
  ),
);

const Meta = component(
  "Meta",
  shape(
    {
      name: Type.String(),
      version: Type.String(),
      rulesVersion: Type.Integer({ minimum: 1 }),
      known: orNull(KnownShape),
      counts: keyed(TALLY, Type.Integer({ minimum: 0 })),
      stability: Type.String(),
      citation: Type.String(),
      licences: shape({ code: Type.String(), data: Type.String() }),
    },
    "What stands behind the answers: the software, the rules and the state of the ledger.",
  ),
);

export function metaRoutes(app: App, service: Service, directory: Directory): void {
  const { version } = service;

  app.get(
    "/v1",
    {
      schema: {
        operationId: "getIndex",
        tags: ["service"],
        summary: "All paths of the service",
        description: "Where to begin.",
        querystring: query({}),
        response: plain(Index, "The paths.", INDEX),
      },
    },
    async () => ({
      name: NAME,
      version,
      documentation: "/docs",
      openapi: "/openapi.json",
      paths: directory.described().map(({ path, methods, summary }) => ({
        path,
        methods: [...methods].sort(),
        summary: summary ?? "",
      })),
    }),
  );

  app.get(
    "/v1/meta",
    {
      schema: {
        operationId: "getMeta",
        tags: ["service"],
        summary: "Version, state of the ledger, and how to cite it",
        description: "The counts are those of the state asked.",
        querystring: query(KNOWN),
        response: always(Meta, "The service about itself.", META),
      },
    },
    (request, reply) =>
      answerOverTime(service, request, reply, async ({ known, revision }) => ({
        name: NAME,
        version,
        rulesVersion: RULES_VERSION,
        known: toKnown(known),
        counts: await service.store.tally(revision),
        stability: STABILITY,
        citation: citation(known),
        licences: LICENCES,
      })),
  );
}

function citation(known: Revision | null): string {
  const state = known === null ? "no revision yet" : `revision ${known.number}, recorded ${known.recordedAt}`;
  return (
    `${NAME}: who belonged to which coalition, on any day (${state}). Compiled data under ${LICENCES.data}. ` +
    "Where you rely on a single fact, name the source that its declaration cites."
  );
}
