/** Writes a panel as CSV, line by line from parts that are made once: it is by far the longest answer. */
import type { PanelCell, PanelRow } from "../domain/panel.ts";
import { csvCell } from "./csv.ts";

const PARTY = "party_id,party_kind,party_name";

export interface PanelParty {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Makes the further cells of a period, where the panel has any. */
  readonly more?: (period: string) => string | number | null;
}

export interface PanelCoalition {
  readonly id: string;
  readonly name: string;
}

/** @param more the header of the further column. */
export function longHeader(more: string | null): string {
  return `${PARTY}${more === null ? "" : `,${more}`},period,coalition_id,coalition_name,certain,possible,role,standing\r\n`;
}

export function wideHeader(coalitions: readonly PanelCoalition[], more: string | null): string {
  const columns = coalitions.flatMap(({ id }) => [`${columnOf(id)}_certain`, `${columnOf(id)}_possible`]);
  return `${[PARTY, ...(more === null ? [] : [more]), "period", ...columns].join(",")}\r\n`;
}

/** A line for each row and coalition. */
export function* longLines(
  party: PanelParty,
  coalitions: readonly PanelCoalition[],
  rows: Iterable<PanelRow>,
): Generator<string> {
  const begin = beginOf(party);
  const middles = coalitions.map(({ id, name }) => `,${csvCell(id)},${csvCell(name)},`);
  const last: { cell: PanelCell | null; text: string }[] = coalitions.map(() => ({ cell: null, text: "" }));
  for (const { period, cells } of rows) {
    const row = `${begin}${moreOf(party, period.label)}${period.label}`;
    let lines = "";
    for (const [place, cell] of cells.entries()) {
      const known = last[place] as { cell: PanelCell | null; text: string };
      // Most years are as the year before, and then it is the very same cell.
      if (known.cell !== cell) {
        known.cell = cell;
        known.text = `${middles[place]}${cell.certain},${cell.possible},${cell.role ?? ""},${cell.standing ?? ""}\r\n`;
      }
      lines += row + known.text;
    }
    yield lines;
  }
}

/** A line for each row. */
export function* wideLines(party: PanelParty, rows: Iterable<PanelRow>): Generator<string> {
  const begin = beginOf(party);
  for (const { period, cells } of rows) {
    const numbers = cells.map(({ certain, possible }) => `,${certain},${possible}`).join("");
    yield `${begin}${moreOf(party, period.label)}${period.label}${numbers}\r\n`;
  }
}

/** The id of a coalition as the beginning of a column's name. */
function columnOf(id: string): string {
  return id.replaceAll("-", "_");
}

function beginOf({ id, kind, name }: PanelParty): string {
  return `${csvCell(id)},${csvCell(kind)},${csvCell(name)},`;
}

function moreOf({ more }: PanelParty, period: string): string {
  return more === undefined ? "" : `${csvCell(more(period))},`;
}
