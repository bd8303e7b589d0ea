/** The names that a party or coalition of the seed bears or bore. */
import type { Alias } from "../domain/party.ts";
import { Fields } from "./seed-fields.ts";
import type { YamlValue } from "./seed-yaml.ts";

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** `{ fr: …, zh: … }` */
export function readNames(value: YamlValue | null): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { key, value: name } of value?.entries("`names`") ?? []) {
    const language = key.text("A language");
    if (language !== "" && !LANGUAGE.test(language)) {
      key.fault(`"${language}" is no language: write a BCP 47 tag, like fr or zh.`);
    }
    names[language] = name.text(`The name in ${language}`);
  }
  return names;
}

/** `[ { name, lang, from, until } ]` */
export function readAliases(values: readonly YamlValue[]): Alias[] {
  return values.map((value) => {
    const fields = new Fields(value, "An alias", ["name", "lang", "from", "until"]);
    const [lang, from, until] = [
      fields.textOrNull("lang"),
      fields.dayOrNull("from"),
      fields.dayOrNull("until"),
    ];
    return {
      name: fields.text("name"),
      ...(lang === null ? {} : { lang }),
      ...(from === null ? {} : { from }),
      ...(until === null ? {} : { until }),
    };
  });
}
