/** The history of a declaration as a reader follows it: recorded, corrected, taken out, taken back. */
import type { Schemas } from "../../../client/client.ts";

type Step = Schemas["HistoryStep"];

export interface Correction extends Pick<Step, "revision" | "recordedAt" | "recordedBy"> {
  readonly kind: "recorded" | "corrected" | "retracted" | "rescinded";
  /** What was recorded, or what was retracted or rescinded. */
  readonly declaration: string;
  /** With `corrected`: the version that it replaces. */
  readonly replaces: string | null;
  /** With `rescinded`: the declaration that takes it back. */
  readonly by: string | null;
  readonly reason: string | null;
}

/** A correction stands in the ledger as two steps, the new declared and the old superseded: here it is one. */
export function correctionsOf(history: readonly Step[]): Correction[] {
  const replaced = new Map(
    history.flatMap(({ event, declaration, by }) =>
      event === "superseded" && by !== undefined ? [[by, declaration] as const] : [],
    ),
  );
  return history.flatMap(({ event, declaration, by = null, reason = null, ...when }): Correction[] => {
    const { revision, recordedAt, recordedBy } = when;
    const told = { revision, recordedAt, recordedBy, declaration, reason };
    if (event === "superseded") return [];
    if (event !== "declared") return [{ ...told, kind: event, replaces: null, by }];
    const replaces = replaced.get(declaration) ?? null;
    return [{ ...told, kind: replaces === null ? "recorded" : "corrected", replaces, by: null }];
  });
}

/** The versions that the history tells of, the oldest first. */
export function versionsIn(history: readonly Step[]): string[] {
  return history.flatMap(({ event, declaration }) => (event === "declared" ? [declaration] : []));
}
