/** Who is in and how: what each act does to it, and when an act makes no sense. */
import type { Role } from "./declaration.ts";
import type { CONTRADICTIONS } from "./finding.ts";
import type { LineAct } from "./line-act.ts";
import type { Standing } from "./spell.ts";

export type Contradiction = (typeof CONTRADICTIONS)[number];

/** How a party is in. */
export interface Holding {
  readonly role: Role;
  readonly standing: Standing;
  /** The act with which the unbroken time in this role began, and its place in the reading order. */
  readonly joined: LineAct;
  readonly place: number;
  /** The party whose accession gives the ordinal; null unless the role is `member`. */
  readonly accession: string | null;
}

export interface Holdings {
  /** A party that is not there is out. */
  readonly in: ReadonlyMap<string, Holding>;
  /** The first join of each party as `member`, in reading order. */
  readonly accessions: ReadonlyMap<string, LineAct>;
  /** How many acts were read. */
  readonly read: number;
}

export const NOBODY: Holdings = { in: new Map(), accessions: new Map(), read: 0 };

/** Why the act makes no sense as things stand; null if it does. */
export function contradiction(holdings: Holdings, act: LineAct): Contradiction | null {
  const own = holdings.in.get(act.party ?? "");
  switch (act.act) {
    case "join":
      return own !== undefined && own.role === act.role ? "second-join" : null;
    case "withdraw":
    case "expel":
      return own === undefined ? "exit-without-membership" : null;
    case "suspend":
      return own?.standing === "active" ? null : "suspension-without-active-membership";
    case "reinstate":
      return own?.standing === "suspended" ? null : "reinstatement-without-suspension";
    case "succeed":
      return act.predecessors.some((party) => holdings.in.has(party)) ? null : "succession-from-nobody";
    default:
      return null;
  }
}

/**
 * Who is in after an act that makes sense, or after a succession from nobody, which enters as by a join.
 * A holding that the act does not touch stays the same object.
 */
export function after(holdings: Holdings, act: LineAct): Holdings {
  const read = holdings.read + 1;
  if (act.party === null) return { ...holdings, in: new Map(), read };
  const next = new Map(holdings.in);
  const own = next.get(act.party);
  switch (act.act) {
    case "join":
      return afterJoin(holdings, act, act.party, act.role ?? "member");
    case "suspend":
      if (own !== undefined) next.set(act.party, { ...own, standing: "suspended" });
      break;
    case "reinstate":
      if (own !== undefined) next.set(act.party, { ...own, standing: "active" });
      break;
    case "succeed":
      if (contradiction(holdings, act) !== null) {
        return own?.role === "member" ? { ...holdings, read } : afterJoin(holdings, act, act.party, "member");
      }
      for (const party of act.predecessors) next.delete(party);
      next.set(act.party, inherited(holdings, act, act.party));
      break;
    default:
      next.delete(act.party);
  }
  return { ...holdings, in: next, read };
}

/** A party enters with a role, or changes its role and keeps its standing. */
function afterJoin(holdings: Holdings, act: LineAct, party: string, role: Role): Holdings {
  const accessions = new Map(holdings.accessions);
  if (role === "member" && !accessions.has(party)) accessions.set(party, act);
  const standing = holdings.in.get(party)?.standing ?? "active";
  const { read } = holdings;
  const accession = role === "member" ? party : null;
  const holding: Holding = { role, standing, joined: act, place: read, accession };
  return { in: new Map(holdings.in).set(party, holding), accessions, read: read + 1 };
}

/** What a party holds after it took over the membership of those predecessors that are in. */
function inherited(holdings: Holdings, act: LineAct, party: string): Holding {
  const taken = act.predecessors.flatMap((predecessor) => holdings.in.get(predecessor) ?? []);
  const heirloom = taken.reduce((first, each) => (isOlder(each, first, holdings) ? each : first));
  const own = holdings.in.get(party);
  const accession = holdings.accessions.has(party) ? party : heirloom.accession;
  if (own === undefined) {
    const standing = taken.every((each) => each.standing === "suspended") ? "suspended" : "active";
    return { ...heirloom, standing, accession: heirloom.role === "member" ? accession : null };
  }
  if (heirloom.role !== "member" || own.role === "member") return own;
  return { role: "member", standing: own.standing, joined: act, place: holdings.read, accession };
}

/** The older seat is that of the earlier accession; where neither acceded, of whoever joined first. */
function isOlder(a: Holding, b: Holding, { accessions }: Holdings): boolean {
  const order = [...accessions.keys()];
  const place = ({ accession }: Holding) => (accession === null ? order.length : order.indexOf(accession));
  return place(a) === place(b) ? a.place < b.place : place(a) < place(b);
}
