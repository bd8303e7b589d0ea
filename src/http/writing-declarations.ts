/** Declaring: one declaration or a whole file of them, and taking one back. */

import { Type } from "typebox";
import type { App } from "./app.ts";
import { jsonOf, mediaTypeOf } from "./body.ts";
import { unknownDeclaration } from "./declarations.ts";
import { type Declared, declaredIn } from "./declared-body.ts";
import { DECLARATION_ID } from "./examples.ts";
import { path, query } from "./parameters.ts";
import { retractionIn } from "./retraction.ts";
import { sentBody, withExample } from "./sent-body.ts";
import { SentDeclaration, SentDeclarations, SentRetraction } from "./sent-shapes.ts";
import { FEW, WRITING, type WritingService, write } from "./writing.ts";
import {
  DECLARATIONS_WRITTEN,
  RETRACTION_WRITTEN,
  SENT_CSV,
  SENT_DECLARATION,
  SENT_RETRACTION,
  SENT_SPELLS,
} from "./writing-examples.ts";
import {
  announce,
  BecameOf,
  longReply,
  NEEDS_KEY,
  toWritten,
  writingReplies,
  written,
} from "./writing-replies.ts";

const DeclarationsWritten = written("DeclarationsWritten", {
  declarations: Type.Array(BecameOf, { description: "Of each declaration, in their order." }),
});
export const RetractionWritten = written("RetractionWritten", { retracted: Type.String() });

const SENT_TABLE = Type.String({
  description:
    "RFC 4180 with a header. Of declarations: ref, coalition, party, act, role, predecessors, declared, " +
    "effective, rescinds, supersedes, scope, title, confidence, note, source_url, source_title, " +
    "source_publisher, source_published, source_accessed, claimed_ordinal; several values in a cell are " +
    "separated by `;`. Of spells (told apart by the header): coalition, party, role, from, to, source_url, " +
    "source_title, note; `to` is the first day out. Columns may be left out.",
});

export function writingDeclarationRoutes(app: App, service: WritingService): void {
  const { store, door, bodyLimit } = service;
  app.post(
    "/v1/declarations",
    {
      onRequest: door.admit("declare"),
      schema: {
        operationId: "declare",
        tags: ["writing"],
        summary: "Declare: one declaration, or a whole file of them",
        description:
          "All of it becomes one revision, or none of it. Send a file again and again: under a `ref` of yours " +
          "what is there already stays unchanged, and what differs supersedes. Every reason to refuse it is told.",
        ...NEEDS_KEY,
        querystring: query(WRITING),
        body: sentBody({
          "application/json": withExample(
            Type.Union([SentDeclaration, Type.Array(SentDeclaration), SentDeclarations]),
            SENT_DECLARATION,
          ),
          "application/x-ndjson": withExample(SentDeclaration, SENT_DECLARATION),
          "text/csv": withExample(SENT_TABLE, SENT_CSV, SENT_SPELLS),
        }),
        response: writingReplies(DeclarationsWritten, "Taken in.", DECLARATIONS_WRITTEN, []),
      },
    },
    async (request, reply) => {
      const sent = await declaredIn(request, bodyLimit);
      const done = await write(store, door.keyOf(request), request.query, sent, messageOf(sent));
      const [first] = done.outcomes;
      announce(reply, done, sent.single && first !== undefined ? `/v1/declarations/${first.id}` : null);
      const head = await toWritten(store, done);
      if (done.outcomes.length <= FEW) return { ...head, declarations: [...done.outcomes] };
      return (await longReply(reply, head, done.outcomes)) as never;
    },
  );

  app.post(
    "/v1/declarations/:id/retraction",
    {
      onRequest: door.admit("declare"),
      schema: {
        operationId: "retractDeclaration",
        tags: ["writing"],
        summary: "Take back a mistaken declaration, with the reason",
        description:
          "It stays in the ledger, and what was known before stays as it was. Where it superseded another, that " +
          "one stands again.",
        ...NEEDS_KEY,
        params: path("id", "The id of a declaration.", DECLARATION_ID),
        querystring: query(WRITING),
        body: sentBody({ "application/json": withExample(SentRetraction, SENT_RETRACTION) }),
        response: writingReplies(RetractionWritten, "Taken back.", RETRACTION_WRITTEN, [404]),
      },
    },
    async (request, reply) => {
      const { id: text } = request.params;
      mediaTypeOf(request, ["application/json"]);
      const known = (await store.newest())?.number ?? 0;
      const record = await store.declaration(text.toLowerCase(), known);
      if (record === null) throw unknownDeclaration(text);
      const { id } = record.declaration;
      const { sent, message } = retractionIn(await jsonOf(request, bodyLimit), id);
      const done = await write(store, door.keyOf(request), request.query, sent, message);
      announce(reply, done, `/v1/declarations/${id}`);
      return { ...(await toWritten(store, done)), retracted: id };
    },
  );
}

function messageOf({ message, count, first }: Declared): string {
  if (message !== null) return message;
  if (first === null || count > 1) return `${count} declarations`;
  const { act, party, coalition, effective } = first;
  return `${act}: ${party ?? "all"} in ${coalition}, ${effective.edtf}`;
}
