/** What sources say of a coalition that can be checked: published totals and claimed ordinals, with the verdict. */
import { type Static, Type } from "typebox";
import { COUNTINGS, READINGS, VERDICTS, type Verdict } from "../domain/claim.ts";
import type { Registry } from "../domain/registry.ts";
import { type JudgedOrdinal, type JudgedTotal, judgedClaims } from "../ledger/judged-claims.ts";
import type { App } from "./app.ts";
import { component, shape, word } from "./component.ts";
import { CLAIM_LIST } from "./examples.ts";
import { listing, listOverTime, slice } from "./listing.ts";
import { coalitionAt } from "./look-ups.ts";
import { KNOWN, PAGING, path, query } from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { listedUnder } from "./replies.ts";
import {
  CoalitionLabel,
  DateShape,
  listOf,
  PartyLabel,
  RangeShape,
  RoleShape,
  StandingShape,
  toCoalitionLabel,
  toDate,
  toPartyLabel,
} from "./schemas.ts";
import type { Service } from "./service.ts";
import { SourceShape, toSource } from "./source.ts";

const ClaimShape = component(
  "Claim",
  shape(
    {
      id: Type.String(),
      ref: Type.Optional(Type.String()),
      on: DateShape,
      total: Type.Optional(Type.Integer()),
      ordinal: Type.Optional(Type.Integer()),
      party: Type.Optional(PartyLabel),
      declaration: Type.Optional(Type.String()),
      role: RoleShape,
      standing: Type.Optional(StandingShape),
      counting: word(COUNTINGS),
      except: Type.Optional(Type.Array(PartyLabel)),
      derived: RangeShape,
      verdict: word(VERDICTS),
      reading: Type.Optional(word(READINGS)),
      source: SourceShape,
      note: Type.Optional(Type.String()),
    },
    "A published total on a date, or the place that a source gives to a party (then with `party` and the " +
      "`declaration` that the source stands on). `derived` is what the ledger says. The verdict is `match` " +
      "where that is exact and equal, `consistent` where its range holds the number, else `mismatch`.",
  ),
);

const ClaimList = listOf(
  "ClaimList",
  ClaimShape,
  {
    coalition: CoalitionLabel,
    verdicts: shape(
      { match: Type.Integer(), consistent: Type.Integer(), mismatch: Type.Integer() },
      "How many claims of the coalition have each verdict, on all pages.",
    ),
  },
  "Claims, totals before ordinals, each held against the ledger.",
);

export function claimRoutes(app: App, service: Service): void {
  app.get(
    "/v1/coalitions/:id/claims",
    {
      schema: {
        operationId: "listClaims",
        tags: ["coalitions"],
        summary: "Published totals and claimed ordinals, with the verdict",
        description: "A mismatch is shown, never mended by bending data.",
        params: path("id", "The id of a coalition.", "global-coalition-against-daesh"),
        querystring: query({ ...KNOWN, ...PAGING }),
        response: listedUnder(ClaimList, "A page of claims.", CLAIM_LIST),
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, ClaimList, async (question) => {
        const registry = await registryOf(service, question);
        const { id } = coalitionAt(registry, request.params.id);
        const judged = await judgedClaims(service.store, registry, question.revision, id);
        const claims = [
          ...judged.totals.map((total) => toTotal(registry, total)),
          ...judged.ordinals.map((ordinal) => toOrdinal(registry, ordinal)),
        ];
        const having = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
        const verdicts = {
          match: having("match"),
          consistent: having("consistent"),
          mismatch: having("mismatch"),
        };
        return listing(
          { coalition: toCoalitionLabel(registry, id), verdicts },
          (page) => slice(claims, page),
          (claim) => claim,
        );
      }),
  );
}

function toTotal(registry: Registry, { claim, judgement }: JudgedTotal): Static<typeof ClaimShape> {
  const { ref, standing, except, note } = claim;
  return {
    id: claim.id,
    ...(ref === null ? {} : { ref }),
    on: toDate(claim.on),
    total: claim.total,
    role: claim.role,
    ...(standing === null ? {} : { standing }),
    counting: claim.counting,
    ...(except.length === 0 ? {} : { except: except.map((party) => toPartyLabel(registry, party)) }),
    ...judgement,
    source: toSource(claim.source),
    ...(note === null ? {} : { note }),
  };
}

function toOrdinal(registry: Registry, judged: JudgedOrdinal): Static<typeof ClaimShape> {
  const { declaration, claimed, source } = judged;
  const { reading, ...judgement } = judged.judgement;
  return {
    id: `${declaration.id}:${declaration.sources.indexOf(source) + 1}`,
    on: toDate(declaration.effective),
    ordinal: claimed,
    party: toPartyLabel(registry, declaration.party ?? ""),
    declaration: declaration.id,
    role: declaration.role ?? "member",
    counting: "members",
    ...judgement,
    ...(reading === null ? {} : { reading }),
    source: toSource(source),
  };
}
