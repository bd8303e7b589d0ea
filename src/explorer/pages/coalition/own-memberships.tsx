/** Leads to what a coalition belongs to itself, where that is anything. */
import { addressOf, type PageAddress } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { question } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";

export function OwnMemberships({ id, on, known }: PageAddress<"coalition">) {
  const asked = { path: { id }, query: { limit: 1, known: known ?? undefined } };
  const { value } = useAnswer(question("/v1/parties/{id}/memberships", asked));
  if (value === null || value.total === 0) return null;
  return <Link to={addressOf("party", id, { on, known })}>Its own memberships</Link>;
}
