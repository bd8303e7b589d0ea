/** What every path of the service is given. */
import type { Store } from "../ledger/store.ts";
import type { ReadyReplies } from "./ready-replies.ts";

export interface Service {
  readonly store: Store;
  /** The present instant. */
  readonly clock: () => Date;
  /** The version of the software, which is part of what a reply looks like. */
  readonly version: string;
  readonly ready: ReadyReplies;
}
