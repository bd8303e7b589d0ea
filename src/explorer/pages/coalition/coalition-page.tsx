/** The page of one coalition: who is in on a day, how it came to that, and who says so. */
import type { Schemas } from "../../../client/client.ts";
import { addressOf, type PageAddress } from "../../address/address.ts";
import { question } from "../../answers/question.ts";
import type { ShownSpell } from "../../answers/spells.ts";
import { type Answered, useAnswer } from "../../answers/use-answer.ts";
import { useLasting } from "../../answers/use-lasting.ts";
import { useMemberships } from "../../answers/use-memberships.ts";
import { ShownEntry } from "../../shell/entry.tsx";
import { today } from "../../shell/today.ts";
import { useView } from "../../shell/view.ts";
import { CoalitionView } from "./coalition-view.tsx";
import { useCourse } from "./use-course.ts";
import { dataOf } from "./view-data.ts";

/** What the page cannot be drawn without. */
interface Told {
  readonly coalition: Schemas["CoalitionDetail"];
  readonly spells: readonly ShownSpell[];
}

export function CoalitionPage({ address }: { readonly address: PageAddress<"coalition"> }) {
  const { id, known } = address;
  const asked = { path: { id }, query: { known: known ?? undefined } };
  const coalition = useAnswer(question("/v1/coalitions/{id}", asked));
  const spells = useMemberships({ coalition: id }, known);
  const both =
    coalition.value === null || spells.value === null
      ? null
      : { coalition: coalition.value, spells: spells.value };
  const value = useLasting(both, id);
  const course = useCourse(value?.coalition ?? null, value?.spells ?? null, address.query, today());
  useView({
    title: value?.coalition.name ?? id,
    data: coalition.failure === null ? dataOf(address, spells.url) : [],
    // Where no roster is held, no day is another.
    span: value?.coalition.coverage === "none" ? null : (course?.life ?? null),
    edges: course?.edges ?? [],
  });
  return (
    <ShownEntry
      to={together(coalition, spells, value)}
      what="coalition"
      id={id}
      addressOf={(meant) => addressOf("coalition", meant, { on: address.on, known })}
    >
      {(told) => course !== null && <CoalitionView address={address} {...told} course={course} />}
    </ShownEntry>
  );
}

function together(a: Answered<unknown>, b: Answered<unknown>, value: Told | null): Answered<Told> {
  return {
    value,
    // The first one tells what there is not; the other would only say that it cannot be asked for.
    failure: a.failure ?? (a.waiting ? null : b.failure),
    waiting: a.waiting || b.waiting,
    retry: () => {
      a.retry();
      b.retry();
    },
  };
}
