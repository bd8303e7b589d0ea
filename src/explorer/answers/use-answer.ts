/** The answer to a question, in a component: asked when shown, given up when left. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Answer, answerTo, askAgain, follow } from "./memory.ts";
import { useOutdated } from "./outdated.ts";
import type { Question } from "./question.ts";

export interface Answered<T> extends Answer<T> {
  /** Asks anew, after a failure. */
  readonly retry: () => void;
}

const UNASKED: Answer<never> = { value: null, failure: null, waiting: false };

/**
 * A question with the same address is the same question. While another day or state of the same thing is on
 * its way, the last answer stands.
 * @param question null asks nothing.
 */
export function useAnswer<T>(question: Question<T> | null): Answered<T> {
  const url = question?.url ?? null;
  const [, redraw] = useState(0);
  // The address is what tells one question from another.
  useEffect(() => {
    if (question === null) return;
    return follow(question, () => redraw((count) => count + 1));
  }, [url]);
  const answer = question === null ? UNASKED : answerTo(question);
  const last = useRef<{ about: string; known: string; value: T } | null>(null);
  if (question !== null && answer.value !== null) {
    const { about, known } = question;
    last.current = { about, known, value: answer.value };
  }
  const stands = answer.waiting && last.current?.about === question?.about;
  useOutdated(stands && answer.value === null && (last.current?.known ?? "") !== (question?.known ?? ""));
  return {
    ...answer,
    value: answer.value ?? (stands ? (last.current?.value ?? null) : null),
    retry: () => {
      if (question !== null) askAgain(question);
    },
  };
}
