/** Findings: what is wrong or open in the ledger, and what may be doubted. */
import { type Static, Type } from "typebox";
import { FINDING_SEVERITIES, type Finding, type FindingKind } from "../domain/finding.ts";
import type { Registry } from "../domain/registry.ts";
import type { App } from "./app.ts";
import { component, orNull, shape, word } from "./component.ts";
import { FINDING_LIST } from "./examples.ts";
import { listing, listOverTime } from "./listing.ts";
import { coalitionAt } from "./look-ups.ts";
import { KNOWN, PAGING, param, query } from "./parameters.ts";
import { registryOf } from "./reading.ts";
import { listed } from "./replies.ts";
import { CoalitionLabel, listOf, PartyLabel, toCoalitionLabel, toPartyLabel } from "./schemas.ts";
import type { Service } from "./service.ts";

const KINDS = Object.keys(FINDING_SEVERITIES) as FindingKind[];

export const FindingShape = component(
  "Finding",
  shape(
    {
      kind: word(KINDS),
      severity: word(["contradiction", "open", "doubt"]),
      coalition: CoalitionLabel,
      party: orNull(PartyLabel),
      detail: Type.String(),
      declarations: Type.Array(Type.String()),
    },
    "Something wrong or open that reading the declarations met, with the declarations (or the claim) that " +
      "it is about.",
  ),
);
const FindingList = listOf("FindingList", FindingShape, {}, "Findings, in the order of coalition and party.");

export function findingRoutes(app: App, service: Service): void {
  app.get(
    "/v1/findings",
    {
      schema: {
        operationId: "listFindings",
        tags: ["ledger"],
        summary: "Contradictions, open orders and doubts",
        description: "What is wrong or open in the declarations in force, and what may be doubted.",
        querystring: query({
          coalition: param.text("Only of this coalition.", "artemis-accords"),
          kind: param.word(KINDS, "Only this kind.", "citation-not-read"),
          ...KNOWN,
          ...PAGING,
        }),
        response: listed(FindingList, "A page of findings.", FINDING_LIST),
      },
    },
    (request, reply) =>
      listOverTime(service, request, reply, FindingList, async (question) => {
        const { coalition, kind } = request.query;
        const registry = await registryOf(service, question);
        const filter = {
          known: question.revision,
          ...(coalition === undefined
            ? {}
            : { coalition: coalitionAt(registry, coalition, { in: "query", parameter: "coalition" }).id }),
          ...(kind === undefined ? {} : { kind }),
        };
        return listing(
          {},
          (page) => service.store.findings(filter, page),
          (finding) => toFinding(registry, finding),
        );
      }),
  );
}

export function toFinding(registry: Registry, finding: Finding): Static<typeof FindingShape> {
  const { kind, coalition, party, detail, declarations } = finding;
  return {
    kind,
    severity: FINDING_SEVERITIES[kind],
    coalition: toCoalitionLabel(registry, coalition),
    party: party === null ? null : toPartyLabel(registry, party),
    detail,
    declarations: [...declarations],
  };
}
