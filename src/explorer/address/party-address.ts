/** Where a party is looked at: a coalition that is a party of another one has its own page. */
import type { PartyKind } from "../../domain/party.ts";
import { type Address, addressOf, type Times } from "./address.ts";

export function partyAddress(
  party: { readonly id: string; readonly kind: PartyKind },
  times: Times,
): Address {
  const { id, kind } = party;
  return kind === "coalition" ? addressOf("coalition", id, times) : addressOf("party", id, times);
}
