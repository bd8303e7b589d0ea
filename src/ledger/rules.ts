/** The rules by which the ledger is read. */

/** Counts up whenever the same declarations would come to mean something else. */
export const RULES_VERSION = 1;
