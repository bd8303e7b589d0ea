/** All coalitions as cards, of one kind or of all. */
import type { Schemas } from "../../../client/client.ts";
import { COALITION_KINDS } from "../../../domain/coalition.ts";
import type { Day } from "../../../domain/day.ts";
import { addressOf, changed, type PageAddress } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { sizeOn } from "../../answers/size-steps.ts";
import { dayInWords } from "../../words/dates.ts";
import { KIND_NAMES } from "../../words/names.ts";
import { CoalitionCard } from "./coalition-card.tsx";
import type { Sizes } from "./use-sizes.ts";

interface CoalitionsProps {
  readonly address: PageAddress<"home">;
  readonly coalitions: readonly Schemas["Coalition"][];
  readonly sizes: Sizes;
  readonly day: Day;
}

export function Coalitions({ address, coalitions, sizes, day }: CoalitionsProps) {
  const { on, known, query } = address;
  const shown = coalitions.filter(
    ({ kind, retired }) => !retired && (query.kind === "any" || query.kind === kind),
  );
  const kinds = COALITION_KINDS.flatMap((kind) => {
    const number = coalitions.filter((each) => each.kind === kind && !each.retired).length;
    return number === 0 ? [] : [{ kind, number }];
  });
  const all = { kind: "any" as const, number: coalitions.filter(({ retired }) => !retired).length };
  const sorted = [...shown].sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <>
      <nav class="kinds" aria-label="Kind of coalition">
        {[all, ...kinds].map(({ kind, number }) => (
          <Link
            key={kind}
            stay
            to={changed(address, { query: { kind } })}
            {...(kind === query.kind ? { "aria-current": "true" } : {})}
          >
            {kind === "any" ? "All" : KIND_NAMES[kind]} <span class="aside">{number}</span>
          </Link>
        ))}
      </nav>
      {sizes.steps !== null && (
        <p class="aside legend">
          Each curve runs from {sizes.span.from.slice(0, 4)} to {sizes.span.to.slice(0, 4)}, to its own
          height; the line is {dayInWords(day)}.
        </p>
      )}
      <ul class="cards">
        {sorted.map((coalition) => {
          const steps = sizes.steps === null ? null : (sizes.steps.get(coalition.id) ?? []);
          return (
            <CoalitionCard
              key={coalition.id}
              coalition={coalition}
              to={addressOf("coalition", coalition.id, { on, known })}
              steps={coalition.coverage === "none" ? null : steps}
              count={steps === null ? coalition.memberCount : sizeOn(steps, day)}
              span={sizes.span}
              day={day}
            />
          );
        })}
      </ul>
    </>
  );
}
