/** What a file of entries holds, and how it can be told by its beginning. */
import { COALITION_KINDS } from "../domain/coalition.ts";
import { tableKind } from "./table-kind.ts";

export const ENTRY_KINDS = [
  "declarations",
  "spells",
  "countries",
  "coalitions",
  "parties",
  "claims",
  "ledger",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Those that a CSV file can hold. */
export const CSV_KINDS = ["declarations", "spells", "countries", "coalitions"] as const;

export type Shape = "csv" | "ndjson" | "json";

/** @param whole whether the line is all there. */
export function shapeOf(line: string, whole: boolean): Shape {
  if (line.startsWith("[")) return "json";
  if (!line.startsWith("{")) return "csv";
  return whole && parsed(line) === undefined ? "json" : "ndjson";
}

/** Null where it cannot be told. */
export function kindOfHeader(line: string): EntryKind | null {
  return tableKind(
    line.split(",").map((name) => name.trim().replace(/^"|"$/g, "")),
    CSV_KINDS,
  );
}

/** The first that fits: each is known by a field that the others lack. */
export function kindOfValue(value: unknown): EntryKind | null {
  if (typeof value !== "object" || value === null) return null;
  const entry = value as Readonly<Record<string, unknown>>;
  const { kind } = entry;
  if (kind === "revision") return "ledger";
  if ("act" in entry) return "declarations";
  if ("total" in entry) return "claims";
  if (kind === "country" || "codeStatus" in entry || "alpha2" in entry) return "countries";
  if (kind === "unidentified") return "parties";
  const own = ["shortName", "founded", "coverage", "website"].some((name) => name in entry);
  // Both a coalition and a party may be of the kind `other`.
  if (own || (kind !== "other" && COALITION_KINDS.some((each) => each === kind))) return "coalitions";
  return typeof entry["id"] === "string" && entry["id"].startsWith("x-") ? "parties" : null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
