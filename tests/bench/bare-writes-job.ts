/** What the bare writer is told, and what it tells. */

export interface BareWritesJob {
  readonly source: string;
  /** A database of the same schema, which has all that was before. */
  readonly target: string;
  /** The first revision that is written. */
  readonly from: number;
  /** Whether each revision is a transaction of its own. */
  readonly each: boolean;
  /** Whether the triggers and foreign keys of the schema stay. */
  readonly guarded: boolean;
}

export interface BareWrites {
  readonly seconds: number;
  readonly rows: number;
  readonly transactions: number;
}
