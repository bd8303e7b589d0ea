/** The size of a coalition over its life, with the totals that sources published. */
import { useId, useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import type { Day } from "../../../domain/day.ts";
import { changed, type PageAddress } from "../../address/address.ts";
import { glide, settle } from "../../address/navigation.ts";
import { question } from "../../answers/question.ts";
import { toDate } from "../../answers/spells.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { useLasting } from "../../answers/use-lasting.ts";
import type { PublishedTotal } from "../../pictures/curve-places.ts";
import { SizeCurve } from "../../pictures/size-curve.tsx";
import { TableBehind } from "../../pictures/table-behind.tsx";
import { today } from "../../shell/today.ts";
import { dateInWords, dayInWords } from "../../words/dates.ts";
import { rangeInWords } from "../../words/numbers.ts";
import { ROLE_NAMES } from "./spell-words.ts";
import type { Course } from "./use-course.ts";

interface CurveSectionProps {
  readonly address: PageAddress<"coalition">;
  readonly coalition: Schemas["CoalitionDetail"];
  readonly course: Course;
  readonly day: Day;
}

const NO_CLAIMS: readonly Schemas["Claim"][] = [];

export function CurveSection({ address, coalition, course, day }: CurveSectionProps) {
  const { id, known, query } = address;
  const heading = useId();
  const asked = { path: { id }, query: { known: known ?? undefined } };
  const { value } = useAnswer(question("/v1/coalitions/{id}/claims", asked));
  const claims = useLasting(value, id)?.items ?? NO_CLAIMS;
  const totals = useMemo(
    () => (query.standing === "any" ? totalsOf(claims, query.role) : []),
    [claims, query],
  );
  const { life, steps, marks } = course;
  const at = (on: Day) => changed(address, { on: on === today() ? null : on });
  const last = steps.at(-1);
  const who = query.role === "any" ? "Parties of every role" : `${ROLE_NAMES[query.role]}s`;
  const label =
    `Curve of the size of ${coalition.name}, ${dayInWords(life.from)} to ${dayInWords(life.to)}` +
    (last === undefined ? "" : `: ${rangeInWords(rangeOf(last))} at the end`);
  return (
    <section class="curve-section" aria-labelledby={heading}>
      <h2 id={heading}>{who} over time</h2>
      <SizeCurve
        steps={steps}
        marks={marks}
        totals={totals}
        from={life.from}
        to={life.to}
        day={day}
        label={label}
        drag={(on) => glide(at(on))}
        drop={settle}
      />
      <TableBehind
        summary="The curve as a table"
        head={["From", "Certain", "Possible besides", "What changed"]}
        rows={() => {
          const texts = new Map(marks.map(({ on, text }) => [on, text.slice(text.indexOf(":") + 2)]));
          return steps
            .filter(({ on }) => life.from <= on && on <= life.to)
            .map(({ on, certain, possible }) => [dayInWords(on), certain, possible, texts.get(on) ?? ""]);
        }}
      />
    </section>
  );
}

/** Totals that count what the curve counts; the others stand among the claims. */
function totalsOf(claims: readonly Schemas["Claim"][], role: string): PublishedTotal[] {
  return claims.flatMap((claim): PublishedTotal[] => {
    const { id, total, on, derived, verdict, source } = claim;
    const same = claim.role === role && claim.standing === undefined && claim.counting === "members";
    if (total === undefined || !same || claim.except !== undefined) return [];
    const who = source.publisher ?? source.title;
    const text = `${who}: ${total} on ${dateInWords(on)}; the ledger has ${rangeInWords(derived)}`;
    return [{ id, on: toDate(on), total, verdict, text }];
  });
}

function rangeOf({ certain, possible }: { readonly certain: number; readonly possible: number }) {
  return { earliest: certain, latest: certain + possible };
}
