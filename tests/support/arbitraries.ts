/** Small ledgers made by chance: at most five acts of three parties over nine days. */
import fc from "fast-check";
import type { Act, Declaration, Role } from "../../src/domain/declaration.ts";
import type { CoalitionFacts } from "../../src/domain/derivation.ts";
import { exactly, parsePartialDate } from "../../src/domain/partial-date.ts";
import { DAYS } from "./world-days.ts";
import { afterAct, type Lines, NEW_LINE } from "./world-machine.ts";

const PARTIES = ["AAA", "BBB", "CCC"] as const;
type Party = (typeof PARTIES)[number];
const MOST_ACTS = 5;
const LAST_DAY = DAYS.length;

/** One act as a test tells it; `rescinds` is the place of another in the list. */
export interface Said {
  readonly act: Act;
  readonly party: Party | null;
  readonly role: Role | null;
  readonly predecessors: readonly Party[];
  readonly effective: string;
  readonly rescinds: number | null;
}

/** A ledger as plain data, so that a counterexample can be read. */
export interface SmallLedger {
  readonly said: readonly Said[];
  readonly founded: string | null;
  readonly lifetime: {
    readonly party: Party;
    readonly from: string | null;
    readonly until: string | null;
  } | null;
}

function dayOf(place: number): string {
  return DAYS[Math.min(Math.max(place, 1), LAST_DAY) - 1] as string;
}

/** The ledger as a derivation reads it; the ids say the places in the list. */
export function factsOf(ledger: SmallLedger, idOf = (place: number) => `d${place}`): CoalitionFacts {
  const declarations = ledger.said.map(
    (said, place): Declaration => ({
      id: idOf(place),
      revision: place + 1,
      ref: null,
      coalition: "coalition",
      party: said.party,
      act: said.act,
      role: said.role,
      predecessors: said.predecessors,
      declared: null,
      effective: parsePartialDate(said.effective),
      rescinds: said.rescinds === null ? null : idOf(said.rescinds),
      supersedes: null,
      title: null,
      scope: [],
      confidence: null,
      note: null,
      sources: [
        {
          url: "https://example.org",
          title: "A source",
          publisher: null,
          published: null,
          accessed: "2014-02-01",
          claims: null,
        },
      ],
    }),
  );
  const { lifetime } = ledger;
  return {
    coalition: "coalition",
    founded: ledger.founded === null ? null : exactly(ledger.founded),
    declarations,
    claims: [],
    party: (id) => ({
      kind: "country",
      from: lifetime?.party === id ? lifetime.from : null,
      until: lifetime?.party === id ? lifetime.until : null,
    }),
  };
}

/** How far the date of an act is known: days around its day, or an end that is open. */
const blur = fc.oneof(
  { weight: 9, arbitrary: fc.constant({ before: 0, after: 0 }) },
  { weight: 9, arbitrary: fc.record({ before: fc.nat(3), after: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.constant({ before: Infinity, after: 0 }) },
  { weight: 1, arbitrary: fc.record({ before: fc.nat(1), after: fc.constant(Infinity) }) },
);

function edtfOf(day: number, { before, after }: { before: number; after: number }): string {
  const start = before === Infinity ? ".." : dayOf(day - before);
  const end = after === Infinity ? ".." : dayOf(day + after);
  return start === end ? start : `${start}/${end}`;
}

/** Null but for one time in `of`. */
function seldom<T>(of: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: of - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
}

interface Step {
  readonly party: Party;
  readonly choice: number;
  readonly wait: number;
  readonly blur: { before: number; after: number };
  /** Set where the act is one that never comes to pass, being taken back this many days before. */
  readonly notice: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  party: fc.constantFrom<Party>("AAA", "AAA", "AAA", "BBB", "BBB", "CCC"),
  choice: fc.nat(60),
  wait: fc.nat(3),
  blur,
  notice: seldom(8, fc.integer({ min: 1, max: 3 })),
});

function said(act: Act, party: Party | null, more: Partial<Said> = {}): Said {
  return { act, party, role: null, predecessors: [], effective: "", rescinds: null, ...more };
}

/** What may sensibly happen to a party next, the plainest first. */
function sensible(lines: Lines, party: Party): Said[] {
  const { seat } = lines.get(party) ?? NEW_LINE;
  const others = PARTIES.filter((other) => other !== party && (lines.get(other) ?? NEW_LINE).seat !== null);
  const successions = [...others.map((other) => [other]), ...(others.length > 1 ? [others] : [])];
  const succeeding = successions.map((predecessors) => said("succeed", party, { predecessors }));
  if (seat === null) {
    const joining = (["member", "member", "member", "observer"] as const).map((role) =>
      said("join", party, { role }),
    );
    return [...joining, ...joining, ...succeeding, ...succeeding, said("dissolve", party)];
  }
  const standing = said(seat.standing === "active" ? "suspend" : "reinstate", party);
  const role = said("join", party, { role: seat.role === "member" ? "observer" : "member" });
  const exits = (["withdraw", "withdraw", "expel", "dissolve"] as const).map((act) => said(act, party));
  return [...exits, standing, standing, standing, role, role, ...succeeding, said("dissolve", null)];
}

/** Acts that make sense in the order and on the days in which they happened, their dates then blurred. */
function told(steps: readonly Step[]): Said[] {
  const acts: Said[] = [];
  let lines: Lines = new Map(PARTIES.map((party) => [party, NEW_LINE]));
  let day = 1;
  for (const [count, one] of steps.entries()) {
    day = Math.min(LAST_DAY, day + one.wait - (count === 0 ? 1 : 0));
    const options = sensible(lines, one.party);
    const act = options[one.choice % options.length] as Said;
    const effective = edtfOf(Math.max(1, day), one.blur);
    if (one.notice !== null && act.party !== null) {
      const back = said("rescind", act.party, {
        effective: edtfOf(day - one.notice, { before: 0, after: one.wait }),
        rescinds: acts.length,
      });
      acts.push({ ...act, effective }, back);
    } else {
      const named = factsOf({ said: [{ ...act, effective }], founded: null, lifetime: null }).declarations[0];
      lines = afterAct(lines, named as Declaration, day, () => undefined) ?? lines;
      acts.push({ ...act, effective });
    }
  }
  return acts.slice(0, MOST_ACTS);
}

/** Mostly long, so that acts meet; a counterexample shrinks to few. */
const story = fc
  .oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.array(step, { minLength: 1, maxLength: MOST_ACTS }) },
    { weight: 2, arbitrary: fc.array(step, { minLength: MOST_ACTS - 1, maxLength: MOST_ACTS }) },
  )
  .map(told);

/** Acts without regard to sense. */
const jumble = fc
  .array(
    fc.record({
      act: fc.constantFrom<Act>(
        "join",
        "join",
        "withdraw",
        "expel",
        "suspend",
        "reinstate",
        "succeed",
        "dissolve",
      ),
      party: fc.constantFrom<Party>("AAA", "AAA", "BBB"),
      role: fc.constantFrom<Role>("member", "observer", "associate"),
      day: fc.integer({ min: 1, max: LAST_DAY }),
      blur,
    }),
    { minLength: 1, maxLength: MOST_ACTS },
  )
  .map((list) =>
    list.map(({ act, party, role, day, blur: around }) =>
      said(act, party, {
        role: act === "join" ? role : null,
        predecessors: act === "succeed" ? [party === "AAA" ? "BBB" : "AAA"] : [],
        effective: edtfOf(day, around),
      }),
    ),
  );

/** The same acts in another order of the list: the place says nothing. */
function reordered(list: readonly Said[], keys: readonly number[]): Said[] {
  const order = list.map((_, place) => place).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
  return order.map((place) => {
    const act = list[place] as Said;
    return { ...act, rescinds: act.rescinds === null ? null : order.indexOf(act.rescinds) };
  });
}

const oneDay = fc.integer({ min: 1, max: LAST_DAY }).map(dayOf);

export const smallLedger: fc.Arbitrary<SmallLedger> = fc
  .noBias(
    fc.record({
      list: fc.oneof({ weight: 4, arbitrary: story }, { weight: 1, arbitrary: jumble }),
      keys: fc.array(fc.nat(2), { maxLength: MOST_ACTS }),
      founded: seldom(8, oneDay),
      lifetime: seldom(
        6,
        fc.record({
          party: fc.constantFrom(...PARTIES),
          from: seldom(2, oneDay),
          until: seldom(2, oneDay),
        }),
      ),
    }),
  )
  .map(({ list, keys, founded, lifetime }) => ({ said: reordered(list, keys), founded, lifetime }));

/** The same ledger with the date of one act told more exactly. */
export function sharpened(ledger: SmallLedger, place: number, start: number, width: number): SmallLedger {
  const index = place % ledger.said.length;
  const act = ledger.said[index] as Said;
  const { earliest, latest } = parsePartialDate(act.effective);
  const within = DAYS.filter((day) => earliest <= day && day <= latest);
  const from = within[start % within.length] as string;
  const to = within[Math.min(within.indexOf(from) + width, within.length - 1)] as string;
  const effective = from === to ? from : `${from}/${to}`;
  return { ...ledger, said: ledger.said.with(index, { ...act, effective }) };
}
