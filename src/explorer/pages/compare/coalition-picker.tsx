/** Chooses the coalitions that are compared: those chosen, each to take out, and a search for another. */
import { useEffect, useRef } from "preact/hooks";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { MOST_COMPARED } from "../../address/pages.ts";
import { announce } from "../../shell/announcer.tsx";
import { counted } from "../../words/names.ts";
import { type CoalitionRow, labelOf } from "./choice.ts";
import { CoalitionFinder } from "./coalition-finder.tsx";

interface CoalitionPickerProps {
  readonly all: readonly CoalitionRow[];
  readonly chosen: readonly CoalitionRow[];
  readonly times: Times;
  readonly choose: (ids: readonly string[]) => void;
}

export function CoalitionPicker({ all, chosen, times, choose }: CoalitionPickerProps) {
  const ids = chosen.map(({ id }) => id);
  const input = useRef<HTMLInputElement>(null);
  const orphaned = useRef(false);
  // The button that had the focus went with its coalition.
  useEffect(() => {
    if (orphaned.current) input.current?.focus({ preventScroll: true });
    orphaned.current = false;
  }, [ids.join()]);
  const { on, known } = times;
  const full = ids.length >= MOST_COMPARED;
  const take = (row: CoalitionRow) => {
    choose([...ids, row.id]);
    announce(`${row.name} added: ${counted(ids.length + 1, "coalition")} chosen.`);
  };
  const leave = (row: CoalitionRow) => {
    choose(ids.filter((id) => id !== row.id));
    announce(`${row.name} taken out: ${counted(ids.length - 1, "coalition")} chosen.`);
    orphaned.current = true;
  };
  return (
    <section class="picker" aria-label="Coalitions to compare">
      {chosen.length > 0 && (
        <ul class="chosen">
          {chosen.map((row) => (
            <li key={row.id}>
              <Link to={addressOf("coalition", row.id, { on, known })}>{labelOf(row)}</Link>
              <button type="button" aria-label={`Take out ${row.name}`} onClick={() => leave(row)}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <CoalitionFinder
        input={input}
        others={all.filter(({ id, retired }) => !ids.includes(id) && !retired)}
        placeholder={full ? "Five at most" : ids.length === 0 ? "Choose a coalition …" : "Add a coalition …"}
        disabled={full}
        take={take}
      />
      {ids.length === 1 && <p class="muted">Add at least one more to compare it with.</p>}
      {full && <p class="muted">One picture holds five at most: take one out to add another.</p>}
    </section>
  );
}
