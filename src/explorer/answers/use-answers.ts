/** The answers to several questions of one kind, in a component: there once all of them are. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { answerTo, askAgain, follow } from "./memory.ts";
import type { Question } from "./question.ts";
import type { Answered } from "./use-answer.ts";

/** In the order of the questions. Each is shared with whoever else asks it. */
export function useAnswers<T>(questions: readonly Question<T>[]): Answered<readonly T[]> {
  const urls = questions.map(({ url }) => url).join("\n");
  const [, redraw] = useState(0);
  // The addresses are what tells the questions from others.
  useEffect(() => {
    const leaves = questions.map((question) => follow(question, () => redraw((count) => count + 1)));
    return () => {
      for (const leave of leaves) leave();
    };
  }, [urls]);
  const answers = questions.map((question) => answerTo(question));
  const values = answers.flatMap(({ value }) => (value === null ? [] : [value]));
  // The same list as long as the same answers are in it.
  const all = useMemo(() => values, values);
  return {
    value: all.length === questions.length ? all : null,
    failure: answers.find(({ failure }) => failure !== null)?.failure ?? null,
    waiting: answers.some(({ waiting }) => waiting),
    retry: () => {
      for (const [index, question] of questions.entries()) {
        if (answers[index]?.failure !== null) askAgain(question);
      }
    },
  };
}
