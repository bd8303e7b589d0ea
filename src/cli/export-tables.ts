/** What an export writes: the lines of the ledger, and what stands as tables that an import takes. */
import type { Coalition } from "../domain/coalition.ts";
import type { Country } from "../domain/party.ts";
import { declarationHeader, declarationLine } from "../formats/declaration-lines.ts";
import { ledgerLine, revisionLine } from "../formats/ledger-lines.ts";
import { coalitionHeader, coalitionLine, countryHeader, countryLine } from "../formats/registry-lines.ts";
import { spellHeader, spellLines } from "../formats/spell-lines.ts";
import type { Store } from "../ledger/store.ts";
import type { TextFile } from "./export-files.ts";
import type { Progress } from "./progress.ts";

const LINES_AT_A_TIME = 500;
const EVERYTHING = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** @returns how many lines there are beside those of the revisions. */
export async function ledgerFile(
  store: Store,
  known: number,
  file: TextFile,
  progress: Progress,
): Promise<number> {
  let count = 0;
  for (let number = 1; number <= known; number += 1) {
    const revision = await store.revision(number);
    if (revision === null) throw new Error(`The ledger has no revision ${number}.`);
    await file.write(revisionLine(revision));
    let after = -1;
    for (;;) {
      const lines = await store.lines(number, after, LINES_AT_A_TIME);
      const last = lines.at(-1);
      if (last === undefined) break;
      await file.write(lines.map(({ line }) => ledgerLine(number, line)).join(""));
      after = last.place;
      count += lines.length;
      progress.at(number, `revision ${number}, ${count} lines`);
    }
  }
  return count;
}

export async function coalitionTable(coalitions: readonly Coalition[], file: TextFile): Promise<void> {
  await file.write(coalitionHeader());
  for (const coalition of coalitions) await file.write(coalitionLine(coalition));
}

export async function countryTable(countries: readonly Country[], file: TextFile): Promise<void> {
  await file.write(countryHeader());
  for (const country of countries) await file.write(countryLine(country));
}

/** One coalition after the other, so that memory holds no more than one. */
export async function declarationAndSpellTables(
  store: Store,
  known: number,
  coalitions: readonly string[],
  files: { readonly declarations: TextFile; readonly spells: TextFile },
): Promise<{ declarations: number; spells: number }> {
  const counts = { declarations: 0, spells: 0 };
  await files.declarations.write(declarationHeader());
  await files.spells.write(spellHeader());
  for (const coalition of coalitions) {
    const { items } = await store.declarations({ known, coalition }, EVERYTHING);
    const standing = items.filter(({ state }) => state === "in-force" || state === "rescinded");
    const refs = new Map(items.map(({ declaration: { id, ref } }) => [id, ref ?? id]));
    const alone = standing.map(({ declaration: { rescinds, ...rest } }) => {
      // In a table of what stands nothing is superseded, and refs say what is rescinded elsewhere too.
      return {
        ...rest,
        supersedes: null,
        rescinds: rescinds === null ? null : (refs.get(rescinds) ?? rescinds),
      };
    });
    await files.declarations.write(alone.map(declarationLine).join(""));
    const sources = new Map(standing.map(({ declaration: { id, sources } }) => [id, sources[0] ?? null]));
    const spells = await store.spells({ known, coalitions: [coalition] });
    const lines = [...spellLines(spells, ({ declarations: [first = ""] }) => sources.get(first) ?? null)];
    await files.spells.write(lines.join(""));
    counts.declarations += standing.length;
    counts.spells += lines.length;
  }
  return counts;
}
