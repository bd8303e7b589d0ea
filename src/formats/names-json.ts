/** The names and aliases of an entry of the registry as JSON. */
import type { Alias } from "../domain/party.ts";
import { type Fault, fault } from "../ledger/checks.ts";
import { JsonFields } from "./json-fields.ts";
import { withoutNothing } from "./without-nothing.ts";

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
/** What `from` and `until` of an alias or a code bound. */
const SPAN = ["from", "until"] as const;

/** `{ "fr": …, "zh": … }`, by BCP 47 tag. */
export function readNames(fields: JsonFields, faults: Fault[]): Record<string, string> {
  return (
    fields.objectOrNull("names", (value, pointer) => {
      const tags = typeof value === "object" && value !== null ? Object.keys(value) : [];
      const names = new JsonFields(value, pointer, tags, faults);
      const wrong = tags.filter((tag) => !LANGUAGE.test(tag));
      for (const tag of wrong) {
        const detail = `"${tag}" is no language: write a BCP 47 tag, like fr or zh.`;
        faults.push(fault("bad-shape", `${pointer}/${tag}`, detail));
      }
      return Object.fromEntries(tags.map((tag) => [tag, names.text(tag)]));
    }) ?? {}
  );
}

/** `[{ "name", "lang"?, "from"?, "until"? }]` */
export function readAliases(fields: JsonFields, faults: Fault[]): Alias[] {
  return fields.list("aliases", (value, pointer) => {
    const alias = new JsonFields(value, pointer, ["name", "lang", ...SPAN], faults);
    const lang = alias.textOrNull("lang");
    return { name: alias.text("name"), ...(lang === null ? {} : { lang }), ...readSpan(alias) };
  });
}

/** The days from and until which a name or code held, as far as they are known. */
export function readSpan(fields: JsonFields): Pick<Alias, "from" | "until"> {
  const [from, until] = [fields.dayOrNull("from"), fields.dayOrNull("until")];
  return { ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) };
}

/** In the order of the tags, so that equal names are equal text; null where there are none. */
export function namesJson(names: Readonly<Record<string, string>>): Record<string, string> | null {
  const sorted = Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length === 0 ? null : Object.fromEntries(sorted);
}

export function aliasesJson(aliases: readonly Alias[]): Record<string, unknown>[] {
  return aliases.map(({ name, lang = null, from = null, until = null }) =>
    withoutNothing({ name, lang, from, until }),
  );
}
