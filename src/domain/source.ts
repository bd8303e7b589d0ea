/** What a declaration or a claim stands on. */

/** A source as one declaration cites it. */
export interface Citation {
  readonly url: string | null;
  readonly title: string;
  readonly publisher: string | null;
  /** EDTF: the day on which the source was published. */
  readonly published: string | null;
  /** The day on which the source was read; null says that nobody has read it for this ledger. */
  readonly accessed: string | null;
  /** What it says that can be checked: "the 90th member". */
  readonly claims: CitedClaims | null;
}

export interface CitedClaims {
  readonly ordinal: number | null;
  /** EDTF: the day of effect that this source gives, where it differs. */
  readonly effective: string | null;
}
