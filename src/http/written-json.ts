/** A body that is written already, with what its headers need to know of it. */
import type { OtherDays } from "./ready-replies.ts";

export class WrittenJson {
  readonly text: string;
  /** The cursor of the next page. */
  readonly next: string | null;
  readonly otherDays: OtherDays;

  constructor(text: string, next: string | null, otherDays: OtherDays) {
    this.text = text;
    this.next = next;
    this.otherDays = otherDays;
  }
}
