/** The addresses of the service that the page of a coalition is drawn from. */
import type { PageAddress } from "../../address/address.ts";
import { question } from "../../answers/question.ts";
import { today } from "../../shell/today.ts";
import type { ViewData } from "../../shell/view.ts";
import { windowOf } from "./window.ts";

/** @param spells where the spells were asked. */
export function dataOf(address: PageAddress<"coalition">, spells: string): ViewData[] {
  const { id, on, query } = address;
  const { role, standing } = query;
  const known = address.known ?? undefined;
  const path = { id };
  const filter = { ...(role === "member" ? {} : { role }), ...(standing === "any" ? {} : { standing }) };
  const day = on ?? today();
  const { from, to } = windowOf(query, today());
  return [
    {
      label: "Roster of the day",
      url: question("/v1/coalitions/{id}/members", { path, query: { on: day, known, ...filter } }).url,
      list: true,
    },
    { label: "Spells", url: spells, list: true },
    {
      label: "Timeline",
      url: question("/v1/coalitions/{id}/timeline", { path, query: { known, role } }).url,
      list: true,
    },
    {
      label: "Changes",
      url: question("/v1/coalitions/{id}/changes", { path, query: { from, to, known, role } }).url,
      list: true,
    },
    {
      label: "Claims",
      url: question("/v1/coalitions/{id}/claims", { path, query: { known } }).url,
      list: true,
    },
    {
      label: "The coalition",
      url: question("/v1/coalitions/{id}", { path, query: { on: day, known } }).url,
      list: false,
    },
  ];
}
