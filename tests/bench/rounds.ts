/** Rounds in turn, each in the other order, every measurement kept as a line. */
import type { Contender, Measurement, Question, Scale } from "./question.ts";

export interface Measured {
  readonly question: Question;
  /** Name → its measurements, one a round. */
  readonly values: ReadonlyMap<string, readonly Measurement[]>;
}

export async function rounds(
  question: Question,
  contenders: readonly Contender[],
  scale: Scale,
  keep: (line: object) => void,
): Promise<Measured> {
  const values = new Map<string, Measurement[]>();
  for (let round = 0; round < scale.rounds; round += 1) {
    for (const { measure } of round % 2 === 0 ? contenders : contenders.toReversed()) {
      for (const measured of await measure()) {
        values.set(measured.name, [...(values.get(measured.name) ?? []), measured]);
        keep({ kind: "round", question: question.name, round: round + 1, ...measured });
      }
    }
  }
  return { question, values };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}
