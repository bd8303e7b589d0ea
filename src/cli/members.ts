/** `accession members`: who is in a coalition on a day, as known at any time. */
import type { Command } from "commander";
import { systemClock } from "../clock.ts";
import { isDay } from "../domain/day.ts";
import type { Registry } from "../domain/registry.ts";
import { dressRows, type RosterRow, roster } from "../ledger/roster.ts";
import { WrongUsage } from "./exits.ts";
import { coalitionNamed, knownRevision, settingsOf, withStore } from "./opened.ts";
import { say, sayJson, sayTable } from "./output.ts";
import { rangeText, shownDate } from "./shown.ts";

interface MembersOptions {
  readonly on?: string;
  readonly known?: string;
}

export function addMembers(program: Command): void {
  program
    .command("members")
    .description("list the members of a coalition on a day")
    .argument("<coalition>", "its id, like global-coalition-against-daesh")
    .option("--on <day>", "the day that is asked about, like 2025-11-12; left out, today")
    .option("--known <state>", "an instant, like 2025-11-10T23:59:59Z, or a revision; left out, the newest")
    .action(async (id: string, options: MembersOptions, command: Command) => {
      const { databaseFile, json } = settingsOf(command);
      const on = options.on ?? systemClock().toISOString().slice(0, 10);
      if (!isDay(on)) {
        throw new WrongUsage(`--on cannot be "${on}": it is a day of the calendar, like 2025-11-12.`);
      }
      await withStore(databaseFile, async (store) => {
        const revision = await knownRevision(store, options.known);
        const known = revision.number;
        const registry = await store.registry(known);
        const { id: coalition, name, coverage, coverageNote } = coalitionNamed(registry, id);
        const found = await roster(store, registry, { known, coalition, on, roles: ["member"] });
        const { certain, possible } = found.counts;
        const rows = await dressRows(store, known, found.rows, on);
        const state = { revision: known, recordedAt: revision.recordedAt };
        if (json) {
          const items = rows.map((row) => item(row, registry));
          const counts = coverage === "none" ? null : { certain, possible };
          sayJson({ coalition: { id: coalition, name }, on, known: state, counts, items });
          return;
        }
        sayTable(
          HEADER,
          rows.map((row) => cells(row, registry)),
        );
        const numbers = coverage === "none" ? "not held here" : `${certain} certain, ${possible} possible`;
        say(`${name} on ${on}: ${numbers} (as known at ${state.recordedAt}, revision ${known})`);
        if (coverage !== "complete" && coverageNote !== null) say(`Coverage ${coverage}: ${coverageNote}`);
      });
    });
}

const HEADER = ["party", "name", "certainty", "standing", "ordinal", "joined"];

function cells({ spell, certainty, ordinal }: RosterRow, registry: Registry): string[] {
  const name = registry.label(spell.party)?.name ?? "";
  return [spell.party, name, certainty, spell.standing, rangeText(ordinal), spell.joined.edtf];
}

function item({ spell, certainty, ordinal }: RosterRow, registry: Registry) {
  const { party, role, standing, joined, from, to, endedBy, confidence, declarations } = spell;
  return {
    party: registry.label(party),
    role,
    standing,
    certainty,
    joined: shownDate(joined),
    from: shownDate(from),
    to: to === null ? null : shownDate(to),
    endedBy,
    ordinal,
    confidence,
    declarations,
  };
}
