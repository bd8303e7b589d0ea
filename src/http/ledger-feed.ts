/** The change feed: the ledger itself, line by line, as it is exported and taken in again. */
import { Readable } from "node:stream";
import { Type } from "typebox";
import { ledgerLine, revisionLine } from "../formats/ledger-lines.ts";
import type { Store } from "../ledger/store.ts";
import { answer } from "./answer.ts";
import type { App } from "./app.ts";
import { component, keyed, shape, word } from "./component.ts";
import { FED_LINE } from "./examples-of-knowledge.ts";
import { contentType } from "./format.ts";
import { formats, query } from "./parameters.ts";
import { parameterProblem } from "./problem.ts";
import { fed } from "./replies.ts";
import { Instant } from "./schemas.ts";
import { FedClaim, FedDeclaration, SentCoalition, SentCountry, SentParty } from "./sent-shapes.ts";
import type { Service } from "./service.ts";
import { streamed } from "./streaming.ts";

const COUNTS = ["declarations", "retractions", "claims", "coalitions", "parties"] as const;

/** How many lines are held at a time on the way to the stream. */
const LINES_AT_A_TIME = 1000;

const LedgerLine = component(
  "LedgerLine",
  shape(
    {
      kind: word(["revision", "coalition", "party", "declaration", "retraction", "claim"]),
      revision: Type.Integer({ minimum: 1 }),
      recordedAt: Type.Optional(Instant),
      recordedBy: Type.Optional(Type.String()),
      message: Type.Optional(Type.String()),
      imported: Type.Optional(Type.Boolean()),
      counts: Type.Optional(keyed(COUNTS, Type.Integer({ minimum: 0 }))),
      coalition: Type.Optional(SentCoalition),
      party: Type.Optional(Type.Union([SentCountry, SentParty])),
      declaration: Type.Optional(FedDeclaration),
      of: Type.Optional(Type.String({ description: "Of a retraction: the declaration or claim." })),
      reason: Type.Optional(Type.String()),
      claim: Type.Optional(FedClaim),
    },
    "A line of the ledger: a revision, then each line that it took in, under the name of its kind. Dates are EDTF.",
  ),
);

export function ledgerFeedRoutes(app: App, service: Service): void {
  const { store } = service;
  app.get(
    "/v1/ledger",
    {
      schema: {
        operationId: "followLedger",
        tags: ["ledger"],
        summary: "The change feed: every line of the ledger, in order",
        description:
          "Complete: `import --as ledger` makes the same ledger of it. To follow, ask again with `after` set to " +
          "the last revision that you have; `Link` with `rel=next` names it.",
        querystring: query({
          after: Type.Optional(
            Type.Integer({
              minimum: 0,
              description: "Only revisions after this one. All of them if left out.",
              examples: [27],
            }),
          ),
          ...formats(["ndjson"]),
        }),
        response: fed(LedgerLine, "The lines.", FED_LINE),
      },
    },
    // A stream of lines, where the type provider looks for one of them.
    (request, reply): Promise<never> =>
      answer(service, request, reply, null, ["ndjson"], async ({ revision: newest }) => {
        const { after = 0 } = request.query;
        if (after > newest) throw tooFar(after, newest);
        reply.header("content-type", contentType("ndjson"));
        reply.header("link", `</v1/ledger?after=${newest}>; rel="next"`);
        return request.method === "HEAD" ? Readable.from([]) : streamed(linesAfter(store, after, newest));
      }) as Promise<never>,
  );
}

/** What is written meanwhile is not sent: the next request has it. */
async function* linesAfter(store: Store, after: number, newest: number): AsyncGenerator<readonly string[]> {
  for (let number = after + 1; number <= newest; number += 1) {
    const revision = await store.revision(number);
    if (revision === null) return;
    yield [revisionLine(revision)];
    for (let last = -1; ; ) {
      const lines = await store.lines(number, last, LINES_AT_A_TIME);
      yield lines.map(({ line }) => ledgerLine(number, line));
      if (lines.length < LINES_AT_A_TIME) break;
      last = lines.at(-1)?.place ?? last;
    }
  }
}

function tooFar(after: number, newest: number) {
  const detail = `"after" cannot be ${after}: the newest revision is ${newest}.`;
  const suggestion = String(newest);
  return parameterProblem({ code: "unknown-revision", detail, parameter: "after", suggestion });
}
