/** Says what of the choice in the address cannot be compared, and why. */
import type { Known } from "../../address/field.ts";
import { type Choice, type CoalitionRow, labelOf, type Stray } from "./choice.ts";
import { matching } from "./coalition-search.ts";

interface ChoiceNoticesProps {
  readonly choice: Choice;
  readonly all: readonly CoalitionRow[];
  readonly strays: readonly Stray[];
  readonly known: Known | null;
  readonly choose: (ids: readonly string[]) => void;
}

export function ChoiceNotices({ choice, all, strays, known, choose }: ChoiceNoticesProps) {
  const { chosen, compared, unknown } = choice;
  const ids = chosen.map(({ id }) => id);
  const withoutRoster = chosen.filter((row) => !compared.includes(row));
  if (unknown.length + withoutRoster.length + strays.length === 0) return null;
  return (
    <div class="choice-notices">
      {unknown.map((id) => {
        const near = matching(all, id).find((row) => !ids.includes(row.id));
        return (
          <div key={id} class="notice" role="alert">
            <p>
              <strong>No coalition has the id “{id}”</strong>
              {known !== null && " in the state of the ledger that is shown"}. It is left out here.
            </p>
            <p class="ways-on">
              {near !== undefined && (
                <button type="button" onClick={() => choose([...ids, near.id])}>
                  Use {labelOf(near)} instead
                </button>
              )}
              <button type="button" onClick={() => choose(ids)}>
                Take it out of the address
              </button>
            </p>
          </div>
        );
      })}
      {withoutRoster.map((row) => (
        <p key={row.id} class="notice">
          <strong>The ledger holds no roster of {row.name}</strong>, so nothing is counted for it and it is
          not in the pictures. {row.coverageNote}
        </p>
      ))}
      {strays.map(({ name, text }) => (
        <p key={name} class="notice">
          The address says{" "}
          <code>
            {name}={text}
          </code>
          , which means nothing for these coalitions. It is left out here.
        </p>
      ))}
    </div>
  );
}
