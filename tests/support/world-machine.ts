/** What each act does to the parties it names, in one possible world: the effects of the acts and nothing else. */
import type { Declaration, Role } from "../../src/domain/declaration.ts";
import type { Standing } from "../../src/domain/spell.ts";

/** The seat of a party that is in. Days are places in the oracle's row of days. */
export interface Seat {
  readonly role: Role;
  readonly standing: Standing;
  /** The day on which this role and standing began. */
  readonly since: number;
  readonly joined: number;
  /** The declaration that `joined` stands on. */
  readonly joinedBy: string;
  /** The accession that gives the ordinal: its day and whose it was. */
  readonly accession: { readonly day: number; readonly party: string } | null;
}

export interface Line {
  readonly seat: Seat | null;
  /** The day of the party's own first join as `member`. */
  readonly acceded: number | null;
  /** Every act in the party's line so far, with what it made of the party. */
  readonly story: string;
  /** The changes alone, each with its day. */
  readonly chapters: readonly Chapter[];
}

export interface Chapter {
  readonly act: string;
  readonly state: string;
  readonly day: number;
}

export type Lines = ReadonlyMap<string, Line>;

export const NEW_LINE: Line = { seat: null, acceded: null, story: "", chapters: [] };

/** Told of each case in which the rules leave open what an act does. */
export type OnSilence = (reason: string) => void;

/** The parties after the act; null when it contradicts what they are. */
export function afterAct(lines: Lines, act: Declaration, day: number, onSilence: OnSilence): Lines | null {
  if (act.party === null) {
    return changed(lines, act, day, new Map([...lines.keys()].map((party) => [party, null])));
  }
  const { party } = act;
  const line = lines.get(party) ?? NEW_LINE;
  const seat = line.seat;
  switch (act.act) {
    case "join":
      return joined(lines, act, party, day, onSilence);
    case "withdraw":
    case "expel":
      return seat === null ? null : changed(lines, act, day, new Map([[party, null]]));
    case "dissolve":
      return changed(lines, act, day, new Map([[party, null]]));
    case "suspend":
    case "reinstate": {
      const [before, after] =
        act.act === "suspend" ? (["active", "suspended"] as const) : (["suspended", "active"] as const);
      if (seat?.standing !== before) return null;
      return changed(lines, act, day, new Map([[party, { ...seat, standing: after, since: day }]]));
    }
    case "succeed":
      return succeeded(lines, act, party, day, onSilence);
    default:
      throw new Error(`${act.act} is no step of a world`);
  }
}

function joined(
  lines: Lines,
  act: Declaration,
  party: string,
  day: number,
  onSilence: OnSilence,
): Lines | null {
  const line = lines.get(party) ?? NEW_LINE;
  const role = act.role ?? "member";
  if (line.seat?.role === role) return null;
  if (role === "member" && line.acceded === null && line.story.includes(" member ")) {
    onSilence("a first join of one that was a member by succession before");
  }
  const acceded = line.acceded ?? (role === "member" ? day : null);
  const seat: Seat = {
    role,
    standing: line.seat?.standing ?? "active",
    since: day,
    joined: day,
    joinedBy: act.id,
    accession: acceded === null || role !== "member" ? null : { day: acceded, party },
  };
  return changed(new Map(lines).set(party, { ...line, acceded }), act, day, new Map([[party, seat]]));
}

/** Whose seat is taken over: a member's by accession, and where none is a member the one that joined first. */
function rank(line: Line): [number, number] {
  return [line.seat?.accession?.day ?? Infinity, line.seat?.joined ?? Infinity];
}

/** An accession that several predecessors share. */
function amongSeveral({ accession }: Seat): Seat["accession"] {
  return accession === null ? null : { ...accession, party: "several" };
}

function succeeded(
  lines: Lines,
  act: Declaration,
  party: string,
  day: number,
  onSilence: OnSilence,
): Lines | null {
  const line = lines.get(party) ?? NEW_LINE;
  const holders = act.predecessors
    .map((id) => lines.get(id) ?? NEW_LINE)
    .filter((holder) => holder.seat !== null)
    .sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
  const [first] = holders;
  if (first === undefined || first.seat === null) return null;
  const tied = holders.filter((holder) => `${rank(holder)}` === `${rank(first)}`);
  if (tied.some((holder) => holder.seat?.role !== first.seat?.role)) {
    onSilence("predecessors of different roles came in on one day");
  }
  const taken =
    tied.length === 1
      ? first.seat
      : { ...first.seat, joinedBy: "several", accession: amongSeveral(first.seat) };
  const own = line.acceded === null ? taken.accession : { day: line.acceded, party };
  const seats = new Map<string, Seat | null>(act.predecessors.map((id) => [id, null]));
  if (line.seat === null) {
    const suspended = holders.every((holder) => holder.seat?.standing === "suspended");
    seats.set(party, {
      ...taken,
      standing: suspended ? "suspended" : "active",
      since: day,
      accession: taken.role === "member" ? own : null,
    });
  } else if (line.seat.role !== "member" && taken.role === "member") {
    seats.set(party, {
      ...line.seat,
      role: "member",
      since: day,
      joined: day,
      joinedBy: act.id,
      accession: own,
    });
  } else {
    if (line.seat.role !== "member")
      onSilence("a party in a lower role takes over a seat that is no member's");
    seats.set(party, line.seat);
  }
  return changed(lines, act, day, seats);
}

/** The lines with these seats. An act that leaves a party as it is still has its place in the story. */
function changed(
  lines: Lines,
  act: Declaration,
  day: number,
  seats: ReadonlyMap<string, Seat | null>,
): Lines {
  const after = new Map(lines);
  for (const [party, seat] of seats) {
    const line = after.get(party) ?? NEW_LINE;
    const state = seat === null ? "out" : `${seat.role} ${seat.standing}`;
    const story = `${line.story}; ${act.id} ${state} ${seat?.joinedBy} ${seat?.accession?.party}`;
    const chapters = line.seat === seat ? line.chapters : [...line.chapters, { act: act.id, state, day }];
    after.set(party, { ...line, seat, story, chapters });
  }
  return after;
}
