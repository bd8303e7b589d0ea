/** What every entry of the registry carries on the wire, its names above all. */
import { type Static, Type } from "typebox";
import type { Coalition } from "../domain/coalition.ts";
import type { Alias, Country, OtherParty } from "../domain/party.ts";
import type { Entry } from "../domain/registry.ts";
import { component, orNull, shape } from "./component.ts";
import { Day, Text } from "./schemas.ts";

const ALIAS = component(
  "Alias",
  shape(
    { name: Type.String(), lang: Text, from: orNull(Day), until: orNull(Day) },
    "A further name: in a language (BCP 47), or from and until a day where a name changed.",
  ),
);

/** But for the kind, whose words differ. */
export const ENTRY = {
  id: Type.String(),
  name: Type.String({ description: "The English short name." }),
  names: Type.Unsafe<Record<string, string>>({
    type: "object",
    additionalProperties: { type: "string" },
    description: "The name in other languages, by BCP 47 tag.",
  }),
  aliases: Type.Array(ALIAS),
  note: Text,
  retired: Type.Boolean({ description: "No longer for use in new declarations." }),
  edited: Type.Integer({ minimum: 1, description: "The revision of the last edit of this entry." }),
};

export function toEntry<K extends string>(
  entry: Entry<Coalition> | Entry<Country> | Entry<OtherParty>,
  kind: K,
) {
  return {
    id: entry.id,
    kind,
    name: entry.name,
    names: { ...entry.names },
    aliases: entry.aliases.map(toAlias),
    note: entry.note,
    retired: entry.retired,
    edited: entry.edited,
  };
}

function toAlias({ name, lang, from, until }: Alias): Static<typeof ALIAS> {
  return { name, lang: lang ?? null, from: from ?? null, until: until ?? null };
}
