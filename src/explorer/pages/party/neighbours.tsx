/** The states that were there before a country, or came after it, by their names. */
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { question } from "../../answers/question.ts";
import { useAnswers } from "../../answers/use-answers.ts";

interface NeighboursProps {
  readonly label: string;
  readonly ids: readonly string[];
  readonly times: Times;
}

export function Neighbours({ label, ids, times }: NeighboursProps) {
  const query = { known: times.known ?? undefined };
  const { value } = useAnswers(ids.map((id) => question("/v1/parties/{id}", { path: { id }, query })));
  if (ids.length === 0) return null;
  const names = new Map(value?.map(({ id, name }) => [id, name]));
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {ids.map((id) => (
          <Link key={id} to={addressOf("party", id, times)}>
            {names.get(id) ?? id}
          </Link>
        ))}
      </dd>
    </div>
  );
}
