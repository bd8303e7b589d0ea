/** The addresses of the service that the page of a party is drawn from. */
import type { Day } from "../../../domain/day.ts";
import type { PageAddress } from "../../address/address.ts";
import { question } from "../../answers/question.ts";
import type { ViewData } from "../../shell/view.ts";

/** @param country whether there is more of it under `/v1/countries`. */
export function dataOf(
  { id, known: state, query }: PageAddress<"party">,
  day: Day,
  country: boolean,
): ViewData[] {
  const known = state ?? undefined;
  const role = query.role === "any" ? undefined : query.role;
  const entry = country
    ? question("/v1/countries/{code}", { path: { code: id }, query: { known } })
    : question("/v1/parties/{id}", { path: { id }, query: { known } });
  return [
    {
      label: "Memberships of the day",
      url: question("/v1/memberships", { query: { party: id, role, on: day, known } }).url,
      list: true,
    },
    {
      label: "Memberships over time",
      url: question("/v1/memberships", { query: { party: id, role, known } }).url,
      list: true,
    },
    {
      label: "Declarations",
      url: question("/v1/declarations", { query: { party: id, known } }).url,
      list: true,
    },
    { label: "The party", url: entry.url, list: false },
  ];
}
