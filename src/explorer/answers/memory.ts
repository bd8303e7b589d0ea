/** Remembers answers by their address, so that going back shows them at once and nothing is asked twice. */
import { type Failure, failureOf } from "./failure.ts";
import type { Question } from "./question.ts";

/** What is known of a question at a moment. */
export interface Answer<T> {
  /** While a newer one is on its way, the last one stands. */
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly waiting: boolean;
}

interface Entry {
  answer: Answer<unknown>;
  askedAt: number;
  asking: AbortController | null;
  readonly followers: Set<() => void>;
}

const MOST_ANSWERS = 60;
/** A newest state is asked again after this long; the service then mostly says that nothing changed. */
const FRESH_FOR_MS = 60_000;
const NOTHING: Answer<unknown> = { value: null, failure: null, waiting: true };

const entries = new Map<string, Entry>();

export function answerTo<T>({ url }: Question<T>): Answer<T> {
  return (entries.get(url)?.answer ?? NOTHING) as Answer<T>;
}

/**
 * Asks unless a fresh answer is at hand, and tells of every change until it is told to stop. A question
 * that nobody follows any more is given up.
 */
export function follow<T>(question: Question<T>, changed: () => void): () => void {
  const entry = entryOf(question.url);
  entry.followers.add(changed);
  const stale = performance.now() - entry.askedAt > FRESH_FOR_MS;
  if (entry.asking === null && (stale || entry.answer.value === null)) void ask(question, entry);
  return () => {
    entry.followers.delete(changed);
    if (entry.followers.size === 0) entry.asking?.abort();
  };
}

/** Asks anew, whatever is at hand. */
export function askAgain<T>(question: Question<T>): void {
  const entry = entryOf(question.url);
  if (entry.asking === null) void ask(question, entry);
}

async function ask<T>(question: Question<T>, entry: Entry): Promise<void> {
  const asking = new AbortController();
  entry.asking = asking;
  tell(entry, { value: entry.answer.value, failure: null, waiting: true });
  try {
    const value = await question.ask(asking.signal);
    entry.askedAt = performance.now();
    entry.asking = null;
    tell(entry, { value, failure: null, waiting: false });
  } catch (error) {
    entry.asking = null;
    if (asking.signal.aborted) {
      // Somebody may have begun to follow it while it was given up.
      if (entry.followers.size > 0) void ask(question, entry);
      return;
    }
    tell(entry, { value: entry.answer.value, failure: failureOf(error), waiting: false });
  }
}

function tell(entry: Entry, answer: Answer<unknown>): void {
  entry.answer = answer;
  for (const follower of entry.followers) follower();
}

function entryOf(url: string): Entry {
  const found = entries.get(url);
  const entry = found ?? { answer: NOTHING, askedAt: -FRESH_FOR_MS, asking: null, followers: new Set() };
  // The one used last stands last, and the first that nobody follows goes when there are too many.
  entries.delete(url);
  entries.set(url, entry);
  if (entries.size > MOST_ANSWERS) {
    const idle = [...entries].find(([, each]) => each.followers.size === 0 && each !== entry);
    if (idle !== undefined) entries.delete(idle[0]);
  }
  return entry;
}
