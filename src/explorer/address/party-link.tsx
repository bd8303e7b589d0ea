/** A link to a party: coalitions that are parties have a page of their own kind. */
import type { PartyKind } from "../../domain/party.ts";
import type { Times } from "./address.ts";
import { Link } from "./link.tsx";
import { partyAddress } from "./party-address.ts";

interface PartyLinkProps {
  readonly party: { readonly id: string; readonly kind: PartyKind; readonly name: string };
  readonly times: Times;
}

export function PartyLink({ party, times }: PartyLinkProps) {
  return <Link to={partyAddress(party, { on: times.on, known: times.known })}>{party.name}</Link>;
}
