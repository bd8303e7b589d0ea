/** The look-up: somebody's own table of (party, day, coalition) in, the same rows with the answers out. */
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { ROLES } from "../domain/declaration.ts";
import { STANDINGS } from "../domain/spell.ts";
import { columnName, csvPages } from "../formats/csv.ts";
import { NotUtf8 } from "../formats/incoming-text.ts";
import { type GivenRow, type GivenRows, readLookupCsv, readLookupNdjson } from "../formats/lookup-rows.ts";
import { ndjsonPages } from "../formats/ndjson.ts";
import { LOOKUP_STATUSES, Lookup } from "../ledger/lookup.ts";
import { pathOf } from "./answer.ts";
import type { App } from "./app.ts";
import { bytesOf, mediaTypeOf } from "./body.ts";
import { component, orNull, word } from "./component.ts";
import { LOOKUP_ROW } from "./examples-of-sets.ts";
import { formatOf } from "./format.ts";
import { streamedAs } from "./listing.ts";
import { formats, KNOWN, MEMBERS, onlyRole, query } from "./parameters.ts";
import { Problem } from "./problem.ts";
import { readQuestion, registryOf } from "./reading.ts";
import { lookedUp } from "./replies.ts";
import { RoleShape, Text } from "./schemas.ts";
import type { Service } from "./service.ts";

const BIT = orNull(Type.Integer({ minimum: 0, maximum: 1 }));

const ANSWER = {
  status: word(LOOKUP_STATUSES),
  partyId: Text,
  coalitionId: Text,
  certain: BIT,
  possible: BIT,
  role: orNull(RoleShape),
  standing: orNull(word(STANDINGS)),
  candidates: Type.Array(Type.String()),
  detail: Text,
};
const NAMES = Object.keys(ANSWER);

const TableShape = component(
  "LookupTable",
  Type.String({ description: "RFC 4180; the header names `party`, `day` and `coalition`." }),
);

const GivenShape = component(
  "LookupRow",
  Type.Object(
    {
      party: Type.String({ description: "An id, a code or a name." }),
      day: Type.Optional(Type.String({ description: "A full day; it may also be called `on`." })),
      on: Type.Optional(Type.String()),
      coalition: Type.String({ description: "An id or a name." }),
    },
    { additionalProperties: true, description: "A row that is looked up. Other fields are carried along." },
  ),
);

const AnswerShape = component(
  "LookupAnswer",
  Type.Object(ANSWER, {
    additionalProperties: true,
    description:
      "The row as it came, with the answer. `certain` and `possible` are null where there is none: the text may " +
      "mean several (`ambiguous`) or is of nobody known (`unknown`), then with `candidates`.",
  }),
);

/** About 300,000 rows. */
const LIMIT_IN_BYTES = 16_777_216;
const ROWS_AT_A_TIME = 250;
const TYPES = ["text/csv", "application/x-ndjson"] as const;

export function lookupRoutes(app: App, service: Service): void {
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, body, parsed) => parsed(null, body));
    route(scope.withTypeProvider() as unknown as App, service);
    done();
  });
}

function route(app: App, service: Service): void {
  app.post(
    "/v1/lookup",
    {
      schema: {
        operationId: "lookUp",
        tags: ["sets"],
        summary: "A table of parties, days and coalitions, answered row by row",
        description:
          "No key is needed. CSV or NDJSON in, with `party`, `day` and `coalition`; the same rows out, in their " +
          "order, with the answer beside what they had. Codes are those of the day; names may be written in any " +
          "language and spelling that the registry knows. Up to 16 MiB.",
        querystring: query({ ...MEMBERS, ...KNOWN, ...formats(["csv", "ndjson"]) }),
        body: {
          content: {
            "text/csv": { schema: TableShape },
            "application/x-ndjson": { schema: GivenShape },
          },
        },
        response: lookedUp(AnswerShape, LOOKUP_ROW),
      },
    },
    async (request, reply) => {
      const type = mediaTypeOf(request, TYPES);
      const format = formatOf(request, type === "text/csv" ? ["csv", "ndjson"] : ["ndjson", "csv"]);
      const { role = "member" } = request.query;
      const question = await readQuestion(service, pathOf(request.url), request.query, null);
      const registry = await registryOf(service, question);
      const { columns, rows } = await givenIn(request, type);
      const roles = onlyRole(role).roles ?? ROLES;
      const lookup = new Lookup(service.store, registry, question.revision, roles);
      reply.header("cache-control", "no-store").header("vary", "Accept");
      const names = columns.length > 0 ? columns : columnsOf(rows);
      return streamedAs(request, reply, question, format, {
        csv: () =>
          csvPages(
            [...names, ...NAMES].map((name) => [name]),
            answered(lookup, rows),
          ),
        ndjson: () => ndjsonPages(answered(lookup, rows)),
      });
    },
  );
}

async function givenIn(request: FastifyRequest, type: (typeof TYPES)[number]): Promise<GivenRows> {
  const bytes = bytesOf(request, LIMIT_IN_BYTES);
  try {
    const given = await (type === "text/csv"
      ? readLookupCsv(
          bytes,
          NAMES.map((name) => columnName([name])),
        )
      : readLookupNdjson(bytes, NAMES));
    if (given.faults.length > 0) throw malformed(given.faults);
    return given;
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    throw malformed([{ code: "bad-encoding", detail: error.message }]);
  }
}

function malformed(
  faults: readonly { readonly line?: number; readonly code: string; readonly detail: string }[],
) {
  const [first] = faults;
  const at = first?.line === undefined ? "" : `Line ${first.line}: `;
  const told = faults.slice(0, 1000).map(({ line, code, detail }) => ({
    ...(line === undefined ? {} : { line }),
    code,
    detail,
  }));
  return new Problem("malformed-body", `${at}${first?.detail}`, told, { total: faults.length });
}

function columnsOf(rows: readonly GivenRow[]): string[] {
  return [...new Set(rows.flatMap(({ given }) => Object.keys(given)))];
}

async function* answered(lookup: Lookup, rows: readonly GivenRow[]): AsyncGenerator<readonly object[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_A_TIME) {
    const page = rows.slice(at, at + ROWS_AT_A_TIME);
    yield await Promise.all(page.map(async (row) => ({ ...row.given, ...(await lookup.answer(row)) })));
  }
}
