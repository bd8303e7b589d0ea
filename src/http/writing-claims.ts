/** Published totals: entered under their coalition, and taken back. */

import { Type } from "typebox";
import { readClaim } from "../formats/claim-json.ts";
import type { App } from "./app.ts";
import { jsonOf, mediaTypeOf } from "./body.ts";
import { coalitionAt } from "./look-ups.ts";
import { path, query } from "./parameters.ts";
import { type Fault, Problem } from "./problem.ts";
import { retractionIn } from "./retraction.ts";
import { sentBody, withExample } from "./sent-body.ts";
import { SentClaim, SentRetraction } from "./sent-shapes.ts";
import {
  type Place,
  type PlacedEntry,
  placed,
  type Sent,
  sentWhole,
  WRITING,
  type WritingService,
  write,
} from "./writing.ts";
import { RetractionWritten } from "./writing-declarations.ts";
import {
  CLAIM_ID,
  CLAIMS_WRITTEN,
  RETRACTION_WRITTEN,
  SENT_CLAIM,
  SENT_RETRACTION,
} from "./writing-examples.ts";
import { announce, BecameOf, NEEDS_KEY, toWritten, writingReplies, written } from "./writing-replies.ts";

const ClaimsWritten = written("ClaimsWritten", { claims: Type.Array(BecameOf) });

const COALITION = "global-coalition-against-daesh";

export function writingClaimRoutes(app: App, service: WritingService): void {
  const { store, door, bodyLimit } = service;
  app.post(
    "/v1/coalitions/:id/claims",
    {
      onRequest: door.admit("declare"),
      schema: {
        operationId: "claim",
        tags: ["writing"],
        summary: "Enter a published total, or several",
        description:
          "It is held against the ledger, and never bends it. Under its `ref` a new one replaces it.",
        ...NEEDS_KEY,
        params: path("id", "The id of a coalition.", COALITION),
        querystring: query(WRITING),
        body: sentBody({
          "application/json": withExample(Type.Union([SentClaim, Type.Array(SentClaim)]), SENT_CLAIM),
        }),
        response: writingReplies(ClaimsWritten, "Taken in.", CLAIMS_WRITTEN, [404]),
      },
    },
    async (request, reply) => {
      mediaTypeOf(request, ["application/json"]);
      const known = (await store.newest())?.number ?? 0;
      const { id } = coalitionAt(await store.registry(known), request.params.id);
      const sent = claimsIn(await jsonOf(request, bodyLimit), id);
      const message = `Published totals of ${id}: ${sent.count}`;
      const done = await write(store, door.keyOf(request), request.query, sent, message);
      announce(reply, done, `/v1/coalitions/${id}/claims`);
      return { ...(await toWritten(store, done)), claims: [...done.outcomes] };
    },
  );

  app.post(
    "/v1/coalitions/:id/claims/:claim/retraction",
    {
      onRequest: door.admit("declare"),
      schema: {
        operationId: "retractClaim",
        tags: ["writing"],
        summary: "Take back a mistaken total, with the reason",
        description: "It stays in the ledger, and what was known before stays as it was.",
        ...NEEDS_KEY,
        params: Type.Object({
          id: Type.String({ description: "The id of a coalition.", examples: [COALITION] }),
          claim: Type.String({ description: "The id of a claim.", examples: [CLAIM_ID] }),
        }),
        querystring: query(WRITING),
        body: sentBody({ "application/json": withExample(SentRetraction, SENT_RETRACTION) }),
        response: writingReplies(
          RetractionWritten,
          "Taken back.",
          { ...RETRACTION_WRITTEN, retracted: CLAIM_ID },
          [404],
        ),
      },
    },
    async (request, reply) => {
      mediaTypeOf(request, ["application/json"]);
      const known = (await store.newest())?.number ?? 0;
      const { id } = coalitionAt(await store.registry(known), request.params.id);
      const claim = (await store.claims(known, id)).find(
        (each) => each.id === request.params.claim.toLowerCase(),
      );
      if (claim === undefined) throw unknownClaim(id, request.params.claim);
      const { sent, message } = retractionIn(await jsonOf(request, bodyLimit), claim.id);
      const done = await write(store, door.keyOf(request), request.query, sent, message);
      announce(reply, done, `/v1/coalitions/${id}/claims`);
      return { ...(await toWritten(store, done)), retracted: claim.id };
    },
  );
}

/** A claim does not name its coalition: the path does. */
function claimsIn(body: unknown, coalition: string): Sent {
  const values = Array.isArray(body) ? body : [body];
  const entries: PlacedEntry[] = [];
  const faults: Fault[] = [];
  const placeOf = (index: number): Place => ({
    pointer: (field) => `${Array.isArray(body) ? `/${index}` : ""}${field}`,
  });
  for (const [index, value] of values.entries()) {
    const place = placeOf(index);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const read = readClaim(isObject ? { coalition, ...value } : value);
    if ("faults" in read) {
      faults.push(...read.faults.map((fault) => placed(fault, place)));
    } else if (read.content.coalition !== coalition) {
      const detail = `The path is that of "${coalition}": leave \`coalition\` out.`;
      faults.push(placed({ code: "does-not-fit", pointer: "/coalition", detail }, place));
    } else {
      entries.push({ entry: { kind: "claim", content: read.content }, at: index });
    }
  }
  return sentWhole(entries, placeOf, faults);
}

function unknownClaim(coalition: string, id: string): Problem {
  const detail = `No total "${id}" of "${coalition}" stands. GET /v1/coalitions/${coalition}/claims lists them.`;
  return new Problem("not-found", detail, [{ code: "unknown-claim", detail, parameter: "claim" }]);
}
