/** The registry: coalitions, countries and other parties entered and edited, each edit a revision. */
import { type TSchema, Type } from "typebox";
import type { Coalition } from "../domain/coalition.ts";
import type { Country, OtherParty } from "../domain/party.ts";
import type { Entry, Registry } from "../domain/registry.ts";
import { coalitionJson, readCoalition } from "../formats/coalition-json.ts";
import { mergePatch } from "../formats/merge-patch.ts";
import { partyJson, readCountry, readOtherParty, readParty } from "../formats/party-json.ts";
import { type Fault, fault } from "../ledger/checks.ts";
import type { LedgerEntry, Over } from "../ledger/command.ts";
import type { App } from "./app.ts";
import { jsonOf, mediaTypeOf } from "./body.ts";
import { requiredEdit } from "./if-match.ts";
import { coalitionAt, countryAt, partyIdAt } from "./look-ups.ts";
import { path, query } from "./parameters.ts";
import { Problem } from "./problem.ts";
import { sentBody, withExample } from "./sent-body.ts";
import {
  CoalitionPatch,
  CountryPatch,
  PartyPatch,
  SentCoalition,
  SentCountry,
  SentParty,
} from "./sent-shapes.ts";
import { type Sent, sentAlone, WRITING, type WritingService, type Written, write } from "./writing.ts";
import { ENTRY_WRITTEN, SENT_COALITION, SENT_COUNTRY, SENT_PARTY } from "./writing-examples.ts";
import {
  announce,
  EntryWritten as EntryShape,
  editingReplies,
  NEEDS_KEY,
  toWritten,
  writingReplies,
  written,
} from "./writing-replies.ts";

const EntryReply = written("RegistryWritten", { entry: EntryShape });
const PATCH_TYPES = ["application/merge-patch+json", "application/json"] as const;

type Read<T> = T | { readonly faults: readonly Fault[] };
type Found = Entry<Coalition> | Entry<Country> | Entry<OtherParty>;

/** One of the three kinds of entry: how it is read, found and named. */
interface Kind {
  readonly one: "coalition" | "country" | "party";
  readonly path: string;
  readonly parameter: "id" | "code";
  readonly sent: TSchema;
  readonly patch: TSchema;
  readonly example: { readonly id: string } & Record<string, unknown>;
  /** Makes a line of the ledger of a whole entry. */
  readonly entryOf: (value: unknown, over: Over) => Read<{ readonly entry: RegistryEntry }>;
  readonly find: (registry: Registry, id: string) => Found;
}

type RegistryEntry = Extract<LedgerEntry, { readonly kind: "coalition" | "party" }>;

const KINDS: readonly Kind[] = [
  {
    one: "coalition",
    path: "/v1/coalitions",
    parameter: "id",
    sent: SentCoalition,
    patch: CoalitionPatch,
    example: SENT_COALITION,
    entryOf: coalitionEntry,
    find: (registry, id) => coalitionAt(registry, id),
  },
  {
    one: "country",
    path: "/v1/countries",
    parameter: "code",
    sent: SentCountry,
    patch: CountryPatch,
    example: SENT_COUNTRY,
    entryOf: (value, over) => partyEntry(readCountry(value), over),
    find: (registry, code) => countryAt(registry, code, null),
  },
  {
    one: "party",
    path: "/v1/parties",
    parameter: "id",
    sent: SentParty,
    patch: PartyPatch,
    example: SENT_PARTY,
    entryOf: (value, over) => partyEntry(over === null ? readOtherParty(value) : readParty(value), over),
    find: partyThatIsNoCoalition,
  },
];

function coalitionEntry(value: unknown, over: Over): Read<{ readonly entry: RegistryEntry }> {
  const read = readCoalition(value);
  return "faults" in read ? read : { entry: { kind: "coalition", ...read, over } };
}

function partyEntry(
  read: Read<{ readonly party: Country | OtherParty }>,
  over: Over,
): Read<{ readonly entry: RegistryEntry }> {
  return "faults" in read ? read : { entry: { kind: "party", ...read, over } };
}

function partyThatIsNoCoalition(registry: Registry, text: string): Found {
  const id = partyIdAt(registry, text, null);
  const party = registry.party(id);
  if (party !== null) return party;
  const detail = `"${id}" is a coalition: edit it under /v1/coalitions/${id}.`;
  throw new Problem("not-found", detail, [{ code: "unknown-party", detail, parameter: "id" }]);
}

export function writingRegistryRoutes(app: App, service: WritingService): void {
  for (const kind of KINDS) {
    addEntering(app, service, kind);
    addEditing(app, service, kind);
  }
}

function addEntering(app: App, { store, door, bodyLimit }: WritingService, kind: Kind): void {
  app.post(
    kind.path,
    {
      onRequest: door.admit("registry"),
      schema: {
        operationId: `enter${capital(kind.one)}`,
        tags: ["writing"],
        summary: `Enter a new ${kind.one} in the registry`,
        description: "An id is given once, and an entry is never deleted: `retired` takes it out of use.",
        ...NEEDS_KEY,
        querystring: query(WRITING),
        body: sentBody({ "application/json": withExample(kind.sent, kind.example) }),
        response: writingReplies(EntryReply, "Entered.", ENTRY_WRITTEN, [409]),
      },
    },
    async (request, reply) => {
      mediaTypeOf(request, ["application/json"]);
      const read = kind.entryOf(await jsonOf(request, bodyLimit), null);
      const id = "entry" in read ? entryId(read.entry) : "";
      const key = door.keyOf(request);
      const done = await write(store, key, request.query, sentAlone(read), `New ${kind.one}: ${id}`);
      announce(reply, done, `${kind.path}/${id}`);
      return { ...(await toWritten(store, done)), entry: became(done, null) };
    },
  );
}

function addEditing(app: App, { store, door, bodyLimit }: WritingService, kind: Kind): void {
  const { parameter, example } = kind;
  const { id: _id, kind: _kind, ...fields } = example;
  const patch = withExample(kind.patch, { ...fields, note: null });
  app.patch(
    `${kind.path}/:${parameter}`,
    {
      onRequest: door.admit("registry"),
      schema: {
        operationId: `edit${capital(kind.one)}`,
        tags: ["writing"],
        summary: `Edit a ${kind.one} of the registry`,
        description:
          "A merge patch. `If-Match` names the revision of the last edit, as the entry gives it in `edited`. " +
          "What was known before stays as it was.",
        ...NEEDS_KEY,
        params: path(parameter, `The id of a ${kind.one}.`, example.id),
        headers: Type.Object({
          "if-match": Type.String({
            description: 'The `edited` of the entry, in quotes: `"7"`.',
            examples: ['"7"'],
          }),
        }),
        querystring: query(WRITING),
        body: sentBody({ "application/merge-patch+json": patch, "application/json": patch }),
        response: editingReplies(EntryReply, ENTRY_WRITTEN, [404, 409, 412, 428]),
      },
    },
    async (request, reply) => {
      mediaTypeOf(request, PATCH_TYPES);
      const known = (await store.newest())?.number ?? 0;
      const id = (request.params as Record<string, string>)[parameter] as string;
      const found = kind.find(await store.registry(known), id);
      requiredEdit(request.headers["if-match"], found);
      const sent = patched(kind, found, await jsonOf(request, bodyLimit));
      const done = await write(
        store,
        door.keyOf(request),
        request.query,
        sent,
        `Edited ${kind.one}: ${found.id}`,
      );
      reply.header("cache-control", "no-store");
      return { ...(await toWritten(store, done)), entry: became(done, found.edited) };
    },
  );
}

/** The whole entry as it stands after the patch. */
function patched(kind: Kind, found: Found, patch: unknown): Sent {
  const { edited, ...entry } = found;
  const document = "coverage" in entry ? coalitionJson(entry) : partyJson(entry);
  const merged = mergePatch(document, patch);
  if (typeof merged !== "object" || merged === null || Array.isArray(merged)) {
    return sentAlone(kind.entryOf(merged, edited));
  }
  // Fields that the patch takes away are read as null, so that one which is unknown is told.
  const gone = Object.entries(patch as object).filter(([, value]) => value === null);
  const read = kind.entryOf({ ...merged, ...Object.fromEntries(gone) }, edited);
  if ("faults" in read || entryId(read.entry) === found.id) return sentAlone(read);
  const detail = `An id cannot change: "${found.id}" stays what it is.`;
  return sentAlone({ faults: [fault("does-not-fit", "/id", detail)] });
}

function entryId(entry: RegistryEntry): string {
  return entry.kind === "coalition" ? entry.coalition.id : entry.party.id;
}

/** @param before the revision of the edit before this one. */
function became({ summary, outcomes }: Written, before: number | null) {
  const { id, outcome } = outcomes[0] as (typeof outcomes)[number];
  return { id, outcome, edited: outcome === "unchanged" ? before : (summary.revision?.number ?? null) };
}

function capital(word: string): string {
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}
