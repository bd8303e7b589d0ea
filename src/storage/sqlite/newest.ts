/** The newest revision, for a connection that only reads. */
import type { Revision } from "../../ledger/command.ts";
import type { Connection } from "./connection.ts";
import type { Revisions } from "./revisions.ts";

/**
 * Whether anything was written is asked once in a turn of the event loop, and the revision read again only then: many
 * requests arrive in one turn, and what is written meanwhile is seen in the next.
 */
export class Newest {
  readonly #revisions: Revisions;
  readonly #version;
  #revision: Revision | null = null;
  /** Changes with whatever another connection commits. */
  #readAt = Number.NaN;
  #askedInThisTurn = false;

  constructor({ sqlite }: Connection, revisions: Revisions) {
    this.#revisions = revisions;
    this.#version = sqlite.prepare<[], number>("PRAGMA data_version").pluck();
  }

  get(): Revision | null {
    if (this.#askedInThisTurn) return this.#revision;
    const version = this.#version.get() as number;
    if (version !== this.#readAt) {
      this.#revision = this.#revisions.newest();
      this.#readAt = version;
    }
    this.#askedInThisTurn = true;
    setImmediate(() => this.askAgain());
    return this.#revision;
  }

  /** Within the turn: something was written by this process. */
  askAgain(): void {
    this.#askedInThisTurn = false;
  }
}
