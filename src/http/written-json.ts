/** A body that is written already, with what its headers need to know of it. */
import type { Turning } from "./ready-replies.ts";

export class WrittenJson {
  readonly text: string;
  /** The cursor of the next page. */
  readonly next: string | null;
  readonly turning: Turning | undefined;

  constructor(text: string, next: string | null, turning: Turning | undefined) {
    this.text = text;
    this.next = next;
    this.turning = turning;
  }
}
