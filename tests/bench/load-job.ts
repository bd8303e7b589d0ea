/** What the load generator is told, and what it tells. */

export interface LoadJob {
  readonly port: number;
  /** Of the server, whose share of the processor is told too. */
  readonly pid: number;
  readonly connections: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  /** The status that every reply must have. */
  readonly status: number;
  /** A file with a path on each line; after a tab, the body that is sent. */
  readonly requests: string;
  /** Each line is asked once at most; where they run out, measuring ends. Otherwise again and again. */
  readonly once: boolean;
}

export interface Load {
  /** All of them, with those of the warm-up. */
  readonly answered: number;
  /** Those that were measured. */
  readonly requests: number;
  readonly seconds: number;
  /** Requests answered in a second. */
  readonly rate: number;
  readonly bytes: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Shares of one processor that the server and the generator took; null where the system does not tell. */
  readonly serverBusy: number | null;
  readonly generatorBusy: number;
}
