/** Shows an answer once it is there; until then that it is awaited, or what went wrong. */
import type { ComponentChildren } from "preact";
import type { Answered } from "../answers/use-answer.ts";
import { FailureNotice } from "./failure-notice.tsx";

interface AnswerProps<T> {
  readonly to: Answered<T>;
  /** What is awaited, like "the roster". */
  readonly what: string;
  readonly children: (value: T) => ComponentChildren;
}

export function ShownAnswer<T>({ to, what, children }: AnswerProps<T>) {
  if (to.failure !== null) return <FailureNotice failure={to.failure} retry={to.retry} />;
  if (to.value === null) {
    return (
      <p class="awaited" aria-busy="true">
        Loading {what} …
      </p>
    );
  }
  return <>{children(to.value)}</>;
}
