/** A body that is written already, with what its headers need to know of it. */
import type { OtherDays } from "./ready-replies.ts";

export class WrittenJson {
  readonly body: Buffer;
  /** The cursor of the next page. */
  readonly next: string | null;
  readonly otherDays: OtherDays;

  constructor(body: Buffer, next: string | null, otherDays: OtherDays) {
    this.body = body;
    this.next = next;
    this.otherDays = otherDays;
  }
}
