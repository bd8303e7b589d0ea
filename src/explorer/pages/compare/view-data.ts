/** The addresses of the service that a comparison is drawn from. */
import type { PageAddress } from "../../address/address.ts";
import { question } from "../../answers/question.ts";
import { today } from "../../shell/today.ts";
import type { ViewData } from "../../shell/view.ts";
import type { Compared } from "./comparison.ts";

/** @param spellUrls where the spells of each were asked. */
export function dataOf(
  { on, known, query }: PageAddress<"compare">,
  compared: readonly Compared[],
  spellUrls: ReadonlyMap<string, string>,
): ViewData[] {
  const ids = compared.map(({ id }) => id);
  const { exactly } = query;
  const asked = {
    ...(query.role === "member" ? {} : { role: query.role }),
    on: on ?? today(),
    known: known ?? undefined,
  };
  const others = ids.filter((id) => !exactly.includes(id));
  return [
    {
      label: "Pairs, and who is in all",
      url: question("/v1/overlap", { query: { coalitions: ids.join(), ...asked } }).url,
      list: true,
    },
    ...(exactly.length === 0
      ? []
      : [
          {
            label: "Countries of the combination",
            url: question("/v1/countries", {
              query: {
                memberOf: exactly.join(),
                ...(others.length === 0 ? {} : { notMemberOf: others.join() }),
                ...asked,
              },
            }).url,
            list: true,
          },
        ]),
    ...compared.map(({ id, label }) => ({
      label: `Spells of ${label}`,
      url: spellUrls.get(id) ?? "",
      list: true,
    })),
  ];
}
