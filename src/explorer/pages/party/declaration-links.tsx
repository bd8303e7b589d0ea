/** The declarations that something rests on, each by the act that it tells. */
import type { Schemas } from "../../../client/client.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { ACT_NAMES } from "../../words/acts.ts";

interface DeclarationLinksProps {
  readonly ids: readonly string[];
  /** As far as they have come. */
  readonly declarations: ReadonlyMap<string, Schemas["Declaration"]>;
  /** The name of the coalition, for those who hear the links alone. */
  readonly about: string;
  readonly times: Times;
}

export function DeclarationLinks({ ids, declarations, about, times }: DeclarationLinksProps) {
  return (
    <>
      {ids.map((id, index) => {
        const told = declarations.get(id);
        const text = told === undefined ? "declaration" : ACT_NAMES[told.act];
        return (
          <span key={id}>
            {index > 0 && ", "}
            <Link to={addressOf("declaration", id, times)} aria-label={`${text}: ${about}`}>
              {text}
            </Link>
          </span>
        );
      })}
    </>
  );
}
