/** Revisions: the log of the ledger, when it was written, by whom, why, and how much. */
import { type Static, Type } from "typebox";
import type { Revision } from "../ledger/command.ts";
import { answerOverTime } from "./answer.ts";
import type { App } from "./app.ts";
import { component, keyed, orNull, shape } from "./component.ts";
import { REVISION_DETAIL, REVISION_LIST } from "./examples.ts";
import { listing, listOverTime } from "./listing.ts";
import { KNOWN, PAGING, path, query } from "./parameters.ts";
import { Problem } from "./problem.ts";
import { entry, listed } from "./replies.ts";
import { Instant, KnownShape, listOf, toKnown } from "./schemas.ts";
import type { Service } from "./service.ts";

const LINES = ["declarations", "retractions", "claims", "coalitions", "parties"] as const;

const REVISION = {
  revision: Type.Integer({ minimum: 1 }),
  recordedAt: Instant,
  recordedBy: Type.String(),
  message: Type.String(),
  imported: Type.Boolean({ description: "It came from the seed." }),
  counts: keyed(LINES, Type.Integer({ minimum: 0 })),
};

const RevisionShape = component(
  "Revision",
  shape(REVISION, "One atomic write to the ledger, with the number of lines of each kind that it took in."),
);
const RevisionList = listOf("RevisionList", RevisionShape, {}, "Revisions, the newest first.");
const RevisionDetail = component(
  "RevisionDetail",
  shape({ known: orNull(KnownShape), ...REVISION }, "One atomic write to the ledger."),
);

export function revisionRoutes(app: App, service: Service): void {
  app.get(
    "/v1/revisions",
    {
      schema: {
        operationId: "listRevisions",
        tags: ["ledger"],
        summary: "The log of the ledger, the newest first",
        description: "When it was written, by whom, why, and how much.",
        querystring: query({ ...KNOWN, ...PAGING }),
        response: listed(RevisionList, "A page of revisions.", REVISION_LIST),
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, RevisionList, async ({ revision }) => {
        return listing({}, (page) => service.store.revisions(revision, page), toRevision);
      }),
  );

  app.get(
    "/v1/revisions/:number",
    {
      schema: {
        operationId: "getRevision",
        tags: ["ledger"],
        summary: "One revision",
        description: "One atomic write to the ledger.",
        params: path("number", "The number of a revision.", "1"),
        querystring: query(KNOWN),
        response: entry(RevisionDetail, "The revision.", REVISION_DETAIL),
      },
    },
    (request, reply) =>
      answerOverTime(service, request, reply, async ({ known, revision: newest }) => {
        const text = request.params.number;
        const number = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
        const found = number <= newest ? await service.store.revision(number) : null;
        if (found === null) throw unknownRevision(text, newest);
        return { known: toKnown(known), ...toRevision(found) };
      }),
  );
}

function unknownRevision(text: string, newest: number): Problem {
  const there = newest === 0 ? "The ledger has none yet." : `They run from 1 to ${newest}.`;
  const detail = `There is no revision "${text}". ${there}`;
  return new Problem("not-found", detail, [{ code: "unknown-revision", detail, parameter: "number" }]);
}

function toRevision({ number, ...revision }: Revision): Static<typeof RevisionShape> {
  const { recordedAt, recordedBy, message, imported, counts } = revision;
  return { revision: number, recordedAt, recordedBy, message, imported, counts };
}
