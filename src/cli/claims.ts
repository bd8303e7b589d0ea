/** `accession claims`: what sources claim, held against the ledger: published totals and ordinals. */
import type { Command } from "commander";
import { VERDICTS } from "../domain/claim.ts";
import { type JudgedOrdinal, type JudgedTotal, judgedClaims } from "../ledger/judged-claims.ts";
import { coalitionNamed, knownRevision, settingsOf, withStore } from "./opened.ts";
import { say, sayJson, sayTable } from "./output.ts";
import { rangeText } from "./shown.ts";

export function addClaims(program: Command): void {
  program
    .command("claims")
    .description("hold published totals and claimed ordinals against the ledger")
    .argument("[coalition]", "its id; left out, every coalition")
    .action(async (id: string | undefined, _options: object, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      await withStore(databaseFile, async (store) => {
        const { number: known, recordedAt } = await knownRevision(store, undefined);
        const registry = await store.registry(known);
        const asked = id === undefined ? registry.coalitions : [coalitionNamed(registry, id)];
        const items: Item[] = [];
        for (const { id: coalition } of asked) {
          const { totals, ordinals } = await judgedClaims(store, registry, known, coalition);
          items.push(...totals.map(totalItem), ...ordinals.map(ordinalItem));
        }
        if (json) {
          sayJson({ known: { revision: known, recordedAt }, items, total: items.length });
          return;
        }
        sayTable(HEADER, items.map(cells));
        const count = (verdict: string) => items.filter((item) => item.verdict === verdict).length;
        say(`${items.length} claims: ${VERDICTS.map((each) => `${count(each)} ${each}`).join(", ")}`);
      });
    });
}

type Item = ReturnType<typeof totalItem> | ReturnType<typeof ordinalItem>;

function totalItem({ claim, judgement }: JudgedTotal) {
  const { coalition, on, total, role, standing, counting, except, source, note } = claim;
  const { derived, verdict } = judgement;
  const what = { claims: "total" as const, claimed: total, role, standing, counting, except };
  return { coalition, on: on.edtf, ...what, derived, verdict, reading: null, source: source.url, note };
}

function ordinalItem({ declaration, claimed, source, judgement }: JudgedOrdinal) {
  const { coalition, effective, party, role, note } = declaration;
  const { derived, verdict, reading } = judgement;
  const what = { claims: "ordinal" as const, claimed, role, party };
  return { coalition, on: effective.edtf, ...what, derived, verdict, reading, source: source.url, note };
}

const HEADER = ["coalition", "on", "claims", "claimed", "derived", "verdict", "counted", "note"];

function cells(item: Item): string[] {
  const { coalition, on, claims, claimed, derived, verdict, note } = item;
  return [coalition, on, claims, String(claimed), rangeText(derived), verdict, counting(item), note ?? ""];
}

/** What the number counts, where it is not simply the members. */
function counting(item: Item): string {
  if (item.claims === "ordinal") return `${item.party}${item.reading === null ? "" : `, by ${item.reading}`}`;
  const parts = [
    item.role === "member" ? "" : item.role,
    item.standing ?? "",
    item.counting === "members" ? "" : item.counting,
    item.except.length === 0 ? "" : `without ${item.except.join(", ")}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
