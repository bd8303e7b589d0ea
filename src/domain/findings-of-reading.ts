/** Says in a sentence what the reading of the acts met. */
import type { Finding } from "./finding.ts";
import type { Contradiction } from "./holdings.ts";
import { inFallbackOrder, type LineAct, partiesOf } from "./line-act.ts";
import type { Clash } from "./reading-order.ts";

const SENTENCES: Readonly<Record<Contradiction, (act: string) => string>> = {
  "exit-without-membership": (act) =>
    `${act}: it is not in on that day. Declare its joining first, or the day on which it was in.`,
  "second-join": (act) =>
    `${act}: it is in already with that role. Declare its leaving first, or supersede the earlier join.`,
  "suspension-without-active-membership": (act) =>
    `${act}: only an active member can be suspended. Declare its joining or its reinstatement first.`,
  "reinstatement-without-suspension": (act) =>
    `${act}: only a suspended member can be reinstated. Declare its suspension first.`,
  "succession-from-nobody": (act) =>
    `${act}: none of its predecessors is in on that day. Declare their joining first.`,
  "join-outside-lifetime": (act) =>
    `${act}: the party did not exist on any of these days. Name the party that did.`,
  "before-founding": (act) =>
    `${act}: the coalition's roster counts from a later day. Mend the day, or \`founded\`.`,
  "rescinded-too-late": (act) =>
    `${act}: what it takes back was already in effect. Declare a new act instead.`,
};

/** The act in words: "SYR joins as member on 2025-11-10/2025-11-11". */
function told(act: LineAct): string {
  const party = act.party ?? "the coalition";
  const verb = `${party}: ${act.act}`;
  const role = act.role === null ? "" : ` as ${act.role}`;
  const from = act.predecessors.length === 0 ? "" : ` from ${act.predecessors.join(" and ")}`;
  return `${verb}${role}${from} on ${act.date.edtf}`;
}

/** A contradiction names the act and those of the same parties whose days may be the same or the nearest. */
export function clashFinding(coalition: string, clash: Clash, acts: readonly LineAct[]): Finding {
  const against = neighbours(clash.act, acts);
  return {
    kind: clash.kind,
    coalition,
    party: clash.act.party,
    detail: SENTENCES[clash.kind](told(clash.act)),
    declarations: [
      ...new Set([...clash.act.declarations, ...against.flatMap((act) => act.declarations)]),
    ].sort(),
  };
}

/** The act that a contradiction stands against: the last in the party's line that begins no later. */
function neighbours(act: LineAct, acts: readonly LineAct[]): LineAct[] {
  if (act.act === "rescind") {
    return acts.filter((each) => act.rescinds !== null && each.declarations.includes(act.rescinds));
  }
  const parties = partiesOf(act);
  return acts
    .filter((each) => each !== act && each.act !== "rescind")
    .filter((each) => partiesOf(each).some((party) => parties.includes(party)))
    .filter((each) => each.date.earliest <= act.date.latest)
    .sort(inFallbackOrder)
    .slice(-1);
}

export function openOrderFinding(coalition: string, open: readonly LineAct[]): Finding {
  const parties = [...new Set(open.flatMap((act) => act.party ?? []))].sort();
  return {
    kind: "order-open",
    coalition,
    party: parties[0] ?? null,
    detail: `The days of these acts overlap, and their order changes what follows: ${open.map(told).join("; ")}. Give more precise dates.`,
    declarations: [...new Set(open.flatMap((act) => act.declarations))].sort(),
  };
}

export function toldTwiceFinding(coalition: string, act: LineAct): Finding {
  return {
    kind: "told-twice",
    coalition,
    party: act.party,
    detail: `${told(act)} is told by ${act.declarations.length} declarations: the most precise counts. Supersede one of them, or cite both sources in one.`,
    declarations: [...act.declarations].sort(),
  };
}
