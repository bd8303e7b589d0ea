/** The port behind which keys are kept. They are no part of the ledger: no export, dump or feed has them. */
import type { KeptKey, Key } from "./key.ts";

export interface Keys {
  create(key: KeptKey): Promise<void>;
  /** All of them, revoked and expired ones too, in the order in which they were made; without the hashes. */
  list(): Promise<readonly Key[]>;
  /** Asked of the database each time, never remembered: another process may have revoked it. */
  find(id: string): Promise<KeptKey | null>;
  /** Revokes the key with this id, or all with this name; tells which are revoked now that were not before. */
  revoke(idOrName: string, at: string): Promise<readonly Key[]>;
  close(): Promise<void>;
}
