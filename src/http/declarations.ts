/** Declarations: the ledger itself, each with its sources, its state and its history. */
import { type Static, Type } from "typebox";
import { shown } from "../domain/day.ts";
import { ACTS, CONFIDENCES } from "../domain/declaration.ts";
import type { Registry } from "../domain/registry.ts";
import { DECLARATION_STATES, type DeclarationRecord, type HistoryStep } from "../ledger/store.ts";
import { answerOverTime } from "./answer.ts";
import type { App } from "./app.ts";
import { component, orNull, shape, word } from "./component.ts";
import { during } from "./during.ts";
import { DECLARATION_DETAIL, DECLARATION_ID, DECLARATION_LIST } from "./examples.ts";
import { listing, listOverTime } from "./listing.ts";
import { coalitionAt, partyIdAt } from "./look-ups.ts";
import { DURING, KNOWN, PAGING, param, path, query } from "./parameters.ts";
import { Problem } from "./problem.ts";
import { registryOf } from "./reading.ts";
import { ambiguous, entry, listed } from "./replies.ts";
import {
  CoalitionLabel,
  DateShape,
  Instant,
  KnownShape,
  listOf,
  PartyLabel,
  RoleShape,
  Text,
  toCoalitionLabel,
  toDateOrNull,
  toKnown,
  toPartyLabel,
} from "./schemas.ts";
import type { Service } from "./service.ts";
import { SourceShape, toSource } from "./source.ts";

const DECLARATION = {
  id: Type.String(),
  ref: Text,
  revision: Type.Integer({ minimum: 1 }),
  recordedAt: Instant,
  recordedBy: Type.String(),
  state: word(DECLARATION_STATES),
  coalition: CoalitionLabel,
  party: orNull(PartyLabel),
  act: word(ACTS),
  role: orNull(RoleShape),
  predecessors: Type.Array(PartyLabel),
  declared: orNull(DateShape),
  effective: DateShape,
  rescinds: Text,
  supersedes: Text,
  title: Text,
  scope: Type.Array(Type.String()),
  confidence: orNull(word(CONFIDENCES)),
  note: Text,
  sources: Type.Array(SourceShape),
};

const DeclarationShape = component(
  "Declaration",
  shape(
    DECLARATION,
    "A source says that a party did an act in a coalition, on a date. Without a party the coalition itself " +
      "ended. `rescinded` stands in the ledger but was taken back in the world before it took effect.",
  ),
);

const DeclarationList = listOf(
  "DeclarationList",
  DeclarationShape,
  {},
  "Declarations, in the order in which the ledger took them in.",
);

const HistoryShape = component(
  "HistoryStep",
  shape(
    {
      event: word(["declared", "superseded", "retracted", "rescinded"]),
      revision: Type.Integer({ minimum: 1 }),
      recordedAt: Instant,
      recordedBy: Type.String(),
      declaration: Type.String(),
      by: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String()),
    },
    "One step in the life of a declaration, or of those that it supersedes or is superseded by.",
  ),
);

const DeclarationDetail = component(
  "DeclarationDetail",
  shape(
    { known: orNull(KnownShape), ...DECLARATION, history: Type.Array(HistoryShape) },
    "A declaration with its history.",
  ),
);

export function declarationRoutes(app: App, service: Service): void {
  app.get(
    "/v1/declarations",
    {
      schema: {
        operationId: "listDeclarations",
        tags: ["ledger"],
        summary: "Declarations: who declared what, with sources",
        description: "All that the ledger holds, in force or not, in the order in which it was taken in.",
        querystring: query({
          coalition: param.text("Only in this coalition.", "arab-league"),
          party: param.text("Only of this party, also as a predecessor: its id, or a code.", "SYR"),
          act: param.word(ACTS, "Only this act.", "suspend"),
          state: param.word([...DECLARATION_STATES, "any"], "Only in this state.", "in-force"),
          ...DURING,
          ...KNOWN,
          ...PAGING,
        }),
        response: { ...listed(DeclarationList, "A page of declarations.", DECLARATION_LIST), ...ambiguous },
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, DeclarationList, async (question) => {
        const { coalition, party, act, state = "any", from, to } = request.query;
        const registry = await registryOf(service, question);
        const filter = {
          known: question.revision,
          ...(coalition === undefined
            ? {}
            : { coalition: coalitionAt(registry, coalition, { in: "query", parameter: "coalition" }).id }),
          ...(party === undefined
            ? {}
            : { party: partyIdAt(registry, party, null, { in: "query", parameter: "party" }) }),
          ...(act === undefined ? {} : { act }),
          ...(state === "any" ? {} : { state }),
          ...during(from, to),
        };
        return listing(
          {},
          (page) => service.store.declarations(filter, page),
          (record) => toDeclaration(registry, record),
        );
      }),
  );

  app.get(
    "/v1/declarations/:id",
    {
      schema: {
        operationId: "getDeclaration",
        tags: ["ledger"],
        summary: "One declaration, with its sources, state and history",
        description: "The history is that of all declarations that supersede one another in its line.",
        params: path("id", "The id of a declaration.", DECLARATION_ID),
        querystring: query(KNOWN),
        response: entry(DeclarationDetail, "The declaration.", DECLARATION_DETAIL),
      },
    },
    (request, reply) =>
      answerOverTime(service, request, reply, async (question) => {
        const { known, revision } = question;
        const { store } = service;
        const id = request.params.id.toLowerCase();
        const record = await store.declaration(id, revision);
        if (record === null) throw unknownDeclaration(request.params.id);
        const registry = await registryOf(service, question);
        const history = await store.history(id, revision);
        return {
          known: toKnown(known),
          ...toDeclaration(registry, record),
          history: history.map(toStep),
        };
      }),
  );
}

export function unknownDeclaration(id: string): Problem {
  const detail = `There is no declaration "${id}" at the state asked. GET /v1/declarations lists them.`;
  return new Problem("not-found", detail, [{ code: "unknown-declaration", detail, parameter: "id" }]);
}

function toDeclaration(registry: Registry, record: DeclarationRecord): Static<typeof DeclarationShape> {
  const { declaration, effective, state, recordedAt, recordedBy } = record;
  const { coalition, party, act, role, predecessors, declared, sources } = declaration;
  return {
    id: declaration.id,
    ref: declaration.ref,
    revision: declaration.revision,
    recordedAt,
    recordedBy,
    state,
    coalition: toCoalitionLabel(registry, coalition),
    party: party === null ? null : toPartyLabel(registry, party),
    act,
    role,
    predecessors: predecessors.map((id) => toPartyLabel(registry, id)),
    declared: toDateOrNull(declared),
    effective: {
      edtf: declaration.effective.edtf,
      earliest: shown(effective.earliest),
      latest: shown(effective.latest),
    },
    rescinds: declaration.rescinds,
    supersedes: declaration.supersedes,
    title: declaration.title,
    scope: [...declaration.scope],
    confidence: declaration.confidence,
    note: declaration.note,
    sources: sources.map(toSource),
  };
}

function toStep({ by, reason, ...step }: HistoryStep): Static<typeof HistoryShape> {
  return {
    ...step,
    ...(by === undefined ? {} : { by }),
    ...(reason === undefined ? {} : { reason }),
  };
}
