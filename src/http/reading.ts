/**
 * The reading conventions: makes a day and a state of the ledger of what a request says, once, so that
 * everything in a reply is asked at the same revision.
 */
import type { Day } from "../domain/day.ts";
import type { Registry } from "../domain/registry.ts";
import type { Revision } from "../ledger/command.ts";
import { inLanguage } from "../ledger/localized.ts";
import type { Page } from "../ledger/store.ts";
import { cursorProblem, readCursor, requestKey } from "./cursor.ts";
import { readKnown } from "./known.ts";
import { MAXIMUM_LIMIT } from "./parameters.ts";
import { parameterProblem } from "./problem.ts";
import type { Service } from "./service.ts";

/** What a reading request asks, all of it resolved. */
export interface Question {
  /** Null where the answer is over time. */
  readonly on: Day | null;
  /** Null where the ledger has no revision yet. */
  readonly known: Revision | null;
  /** The number of `known`; 0 asks an empty ledger. */
  readonly revision: number;
  readonly page: Page;
  /** The language of names, as a BCP 47 tag; null is English. */
  readonly lang: string | null;
  /** Whether the request itself names its day. */
  readonly dayNamed: boolean;
  /** For how long the request will mean this state: it names it, takes the newest, or names one not settled yet. */
  readonly stateNamed: "for ever" | "while newest" | "for now";
}

/** The parameters of all reading paths, as `parameters.ts` lets them through. */
export interface ReadingQuery {
  readonly on?: Day;
  readonly known?: string;
  readonly lang?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/**
 * @param onDefault `today` where the answer is about a day, null where it is over time.
 * @throws {Problem} when day and state cannot be made of the request.
 */
export async function readQuestion(
  service: Service,
  path: string,
  query: ReadingQuery,
  onDefault: "today" | null,
): Promise<Question> {
  const { limit = MAXIMUM_LIMIT } = query;
  const lang = readLanguage(query.lang);
  if (query.cursor !== undefined) {
    const { on, revision, offset } = readCursor(query.cursor, requestKey(path, { ...query }));
    const known = await service.store.revision(revision);
    if (known === null) throw cursorProblem(`The cursor is of revision ${revision}, which is not here.`);
    const page = { offset, limit };
    return { on, known, revision, page, lang, dayNamed: on !== null, stateNamed: "for ever" };
  }
  const { known, settled } = await readKnown(service, query.known);
  const today = service.clock().toISOString().slice(0, 10);
  return {
    on: query.on ?? (onDefault === "today" ? today : null),
    known,
    revision: known?.number ?? 0,
    page: { offset: 0, limit },
    lang,
    dayNamed: query.on !== undefined,
    stateNamed: query.known === undefined ? "while newest" : settled ? "for ever" : "for now",
  };
}

function readLanguage(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] as string;
  } catch {
    const detail = `"lang" cannot be "${text}": it is a language tag (BCP 47), like fr or zh-Hant.`;
    throw parameterProblem({ code: "bad-language", detail, parameter: "lang" });
  }
}

/** The registry that a question is about, its names in the language asked. */
export async function registryOf(
  { store }: Service,
  { revision, lang }: Pick<Question, "revision" | "lang">,
): Promise<Registry> {
  const registry = await store.registry(revision);
  return lang === null ? registry : inLanguage(registry, lang);
}
