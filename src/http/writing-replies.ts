/** How the replies of a writing path are described, and written: what became of what was sent. */
import { type Static, type TSchema, Type } from "typebox";
import type { Registry } from "../domain/registry.ts";
import type { Store } from "../ledger/store.ts";
import { component, orNull, shape, word } from "./component.ts";
import { FindingShape, toFinding } from "./findings.ts";
import { PROBLEM_TYPES, type ProblemSlug } from "./problem.ts";
import { OTHERWISE, problemReply, REQUEST_ID } from "./replies.ts";
import { Instant } from "./schemas.ts";
import { streamed } from "./streaming.ts";
import type { Written } from "./writing.ts";

const OUTCOME = word(["created", "unchanged", "superseded"]);

export const BecameOf = component(
  "BecameOf",
  shape(
    { id: Type.String(), ref: Type.Optional(Type.String()), outcome: OUTCOME },
    "What became of one declaration or claim. On a dry run, the id of one without a ref is not yet its own.",
  ),
);

export const EntryWritten = component(
  "EntryWritten",
  shape(
    {
      id: Type.String(),
      outcome: OUTCOME,
      edited: orNull(Type.Integer({ description: "For `If-Match` of the next edit; null of a dry run." })),
    },
    "What became of an entry of the registry.",
  ),
);

const WRITTEN = {
  revision: orNull(
    Type.Integer({ minimum: 1, description: "Null where nothing changed, and on a dry run." }),
  ),
  recordedAt: orNull(Instant),
  created: Type.Integer({ minimum: 0 }),
  unchanged: Type.Integer({ minimum: 0 }),
  superseded: Type.Integer({ minimum: 0 }),
  findings: Type.Array(FindingShape, {
    description: "Those that the write brought in, doubts included; the first 1,000 of `findingCount`.",
  }),
  findingCount: Type.Integer({ minimum: 0 }),
};

/** A reply to a write, with what became of what was sent under a name of its own. */
export function written<P extends Record<string, TSchema>>(name: string, became: P) {
  return component(name, shape({ ...WRITTEN, ...became }, "What became of what was sent."));
}

/** The fields that every such reply has. */
export async function toWritten(store: Store, { summary }: Written) {
  const { revision, created, unchanged, superseded, findings, findingCount } = summary;
  const known = revision?.number ?? (await store.newest())?.number ?? 0;
  const registry: Registry = await store.registry(known);
  return {
    revision: revision?.number ?? null,
    recordedAt: revision?.recordedAt ?? null,
    created,
    unchanged,
    superseded,
    findings: findings.map((finding) => toFinding(registry, finding)),
    findingCount,
  };
}

interface Replying {
  code(status: 200 | 201): unknown;
  header(name: string, value: string): unknown;
}

/** 201 where there is a new revision, else 200. */
export function announce(reply: Replying, { summary }: Written, location: string | null): void {
  reply.header("cache-control", "no-store");
  reply.code(summary.revision === null ? 200 : 201);
  if (summary.revision !== null && location !== null) reply.header("location", location);
}

const OUTCOMES_AT_A_TIME = 500;

/** The reply to a large write, written piece by piece, so that nobody else waits until all of it is text. */
export function longReply(
  reply: Replying,
  head: object,
  outcomes: Written["outcomes"],
): ReturnType<typeof streamed> {
  reply.header("content-type", "application/json; charset=utf-8");
  return streamed(pagesOf(head, outcomes));
}

function* pagesOf(head: object, outcomes: Written["outcomes"]): Generator<string[]> {
  yield [`${JSON.stringify(head).slice(0, -1)},"declarations":[`];
  for (let at = 0; at < outcomes.length; at += OUTCOMES_AT_A_TIME) {
    const page = outcomes.slice(at, at + OUTCOMES_AT_A_TIME).map((each) => JSON.stringify(each));
    yield [`${at === 0 ? "" : ","}${page.join(",")}`];
  }
  yield ["]}"];
}

/** What a writing path may refuse, with an example each. */
const REFUSALS = {
  400: ["malformed-body", "bad-json", "The body is not JSON: Unexpected end of JSON input."],
  401: ["unauthorized", "no-key", "Writing needs a key: send `Authorization: Bearer …`."],
  403: ["forbidden", "outside-scope", 'The key may not declare in "nato": its scope is declare:who.'],
  404: ["not-found", "unknown-declaration", 'There is no declaration "abc".'],
  409: ["already-there", "duplicate-id", '"nato" is in the registry already: edit it there.'],
  412: ["edited-since", "edited-since", '"nato" was last edited by revision 31, not 7: read it again first.'],
  413: ["body-too-large", "body-too-large", "The body is larger than 67108864 bytes: send it in parts."],
  415: ["unsupported-media-type", "unsupported-media-type", "This path does not read text/xml."],
  422: ["refused", "unknown-party", 'There is no party "SYRR": did you mean "SYR"?'],
  428: ["precondition-required", "precondition-required", 'An edit names the last one: If-Match: "7".'],
} as const satisfies Record<number, readonly [ProblemSlug, string, string]>;
type RefusalStatus = keyof typeof REFUSALS;

const ALWAYS = [400, 401, 403, 413, 415, 422] as const;

export function writingReplies<T extends TSchema>(
  schema: T,
  description: string,
  example: Static<T>,
  more: readonly RefusalStatus[],
) {
  const content = { "application/json": { schema, example } };
  const location = Type.String({ description: "Where it is to be read, of a single one." });
  return {
    200: { description: "Nothing changed, or a dry run: no revision.", headers: REQUEST_ID, content },
    201: { description, headers: { ...REQUEST_ID, location }, content },
    ...refusals([...ALWAYS, ...more]),
    ...OTHERWISE,
  };
}

/** An edit makes nothing new to be found elsewhere. */
export function editingReplies<T extends TSchema>(
  schema: T,
  example: Static<T>,
  more: readonly RefusalStatus[],
) {
  const content = { "application/json": { schema, example } };
  return {
    200: { description: "Edited; no revision where nothing changed.", headers: REQUEST_ID, content },
    ...refusals([...ALWAYS, ...more]),
    ...OTHERWISE,
  };
}

function refusals(statuses: readonly RefusalStatus[]) {
  return Object.fromEntries(
    statuses.map((status) => {
      const [slug, code, detail] = REFUSALS[status];
      const { title } = PROBLEM_TYPES[slug];
      const pointer = status === 422 ? { pointer: "/party", suggestion: "SYR" } : {};
      const total = status === 422 || status === 409 || status === 412 ? { total: 1 } : {};
      const errors = [{ code, detail, ...pointer }];
      const example = { type: `/problems/${slug}`, title, status, detail, instance: "/v1/declarations" };
      return [status, problemReply(`${title}.`, { ...example, errors, ...total })];
    }),
  );
}

/** What OpenAPI says of every writing path. */
export const NEEDS_KEY = { security: [{ key: [] }] } as const;
