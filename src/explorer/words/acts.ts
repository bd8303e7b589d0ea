/** Acts as nouns, and declarations as sentences. */
import type { Act, Role } from "../../domain/declaration.ts";
import { capitalized, coalitionInSentence, partyInSentence } from "./articles.ts";

/** What somebody did, as a noun: "the suspension". */
export const ACT_NAMES: Readonly<Record<Act, string>> = {
  join: "joining",
  withdraw: "withdrawal",
  expel: "expulsion",
  suspend: "suspension",
  reinstate: "reinstatement",
  succeed: "succession",
  dissolve: "dissolution",
  rescind: "rescission",
};

interface Named {
  readonly name: string;
}

interface NamedParty extends Named {
  readonly kind: string;
}

/** As far as a sentence needs it. */
export interface Declared {
  readonly act: Act;
  readonly party: NamedParty | null;
  readonly coalition: Named;
  readonly role: Role | null;
  readonly predecessors: readonly NamedParty[];
}

/** A declared act is told as past, as coming, or, where nothing came of it, as it was meant. */
export type Tense = "past" | "coming" | "meant";

/**
 * "Syria joined the Global Coalition against Daesh as a member".
 * @param takenBack of a rescission: what it takes back, where that is known.
 */
export function sentenceOf(declared: Declared, tense: Tense, takenBack: Declared | null = null): string {
  const { act, party, predecessors } = declared;
  const coalition = coalitionInSentence(declared.coalition.name);
  if (party === null) return capitalized(`${coalition} ${verb(tense, "came to an end", "come to an end")}`);
  const whom = partyInSentence(party);
  const as = declared.role === null ? "" : ` as ${article(declared.role)} ${declared.role}`;
  const seats = predecessors.map(partyInSentence);
  const seat =
    seats.length === 0 ? "a seat" : `the ${seats.length === 1 ? "seat" : "seats"} of ${listed(seats)}`;
  const told: Readonly<Record<Act, string>> = {
    join: `${verb(tense, "joined", "join")} ${coalition}${as}`,
    withdraw: `${verb(tense, "left", "leave")} ${coalition}`,
    expel: `${verb(tense, "was expelled", "be expelled")} from ${coalition}`,
    suspend: `${verb(tense, "was suspended", "be suspended")} from ${coalition}`,
    reinstate: `${verb(tense, "was reinstated", "be reinstated")} in ${coalition}`,
    succeed: `${verb(tense, "took over", "take over")} ${seat} in ${coalition}`,
    dissolve: `${verb(tense, "ceased to exist", "cease to exist")}, which ${tense === "past" ? "ended" : "ends"} its membership in ${coalition}`,
    rescind: `${verb(tense, "took back", "take back")} ${whatOf(takenBack)} ${relation(takenBack)} ${coalition}`,
  };
  return capitalized(`${whom} ${told[act]}`);
}

function verb(tense: Tense, past: string, infinitive: string): string {
  if (tense === "past") return past;
  return `${tense === "coming" ? "is" : "was"} to ${infinitive}`;
}

function whatOf(takenBack: Declared | null): string {
  return takenBack === null ? "a declaration" : `its ${ACT_NAMES[takenBack.act]}`;
}

function relation(takenBack: Declared | null): string {
  if (takenBack === null) return "about";
  if (takenBack.act === "join") return "of";
  return takenBack.act === "reinstate" || takenBack.act === "succeed" ? "in" : "from";
}

function article(role: Role): string {
  return /^[aeiou]/.test(role) ? "an" : "a";
}

/** "Tanganyika and Zanzibar". */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} and ${last}`;
}
