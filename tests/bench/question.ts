/** What the bench measures: a question, who is asked it, and the ratios that are held against an aim. */

export type Unit = "/s" | "ms" | "s" | "MB" | "MB/s";

export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** All else that was measured, for the file of raw rounds. */
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface Contender {
  /** In a fresh process. */
  measure(): Promise<readonly Measurement[]>;
}

/** Of one measurement to another of that name; the value itself where `to` is empty. */
export interface Ratio {
  readonly of: string;
  readonly to: string;
  readonly aim: { readonly least: number } | { readonly most: number } | null;
}

export interface Question {
  readonly name: string;
  readonly title: string;
  readonly ratios: readonly Ratio[];
  /** Left out where only some of the questions are wanted quickly. */
  readonly slow?: true;
  /**
   * Makes ready what is asked.
   * @throws {DifferentAnswers} where the contenders do not answer the same.
   */
  prepare(scale: Scale): Promise<readonly Contender[]>;
}

/** How much is measured. */
export interface Scale {
  readonly rounds: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly settleSeconds: number;
  /** Declarations of the data sets. */
  readonly small: number;
  readonly middle: number;
  readonly large: number;
  /** Declarations that are imported, and that are sent over HTTP in one body. */
  readonly imported: number;
  readonly sent: number;
  /** For what only this run needs; gone when it has ended. */
  readonly folder: string;
}

/** Raised where two answer the same question differently. */
export class DifferentAnswers extends Error {
  override readonly name = "DifferentAnswers";
}
