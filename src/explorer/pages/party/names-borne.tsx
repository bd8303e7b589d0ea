/** The names that a party bears or bore: former ones with their days, and those in other languages. */
import type { Schemas } from "../../../client/client.ts";
import { during } from "./during.ts";

type Alias = Schemas["Alias"];

export function NamesBorne({ party }: { readonly party: Schemas["PartyDetail"] }) {
  const { names, aliases } = party;
  const former = aliases.filter(({ until }) => until !== null);
  const present = aliases.filter(({ until }) => until === null);
  return (
    <>
      <Names label="Former names" aliases={former} />
      <Names label="Also called" aliases={present} />
      {Object.keys(names).length > 0 && (
        <div>
          <dt>In other languages</dt>
          <dd>
            {Object.entries(names).map(([lang, name]) => (
              <span key={lang} class="dated">
                <bdi lang={lang}>{name}</bdi> <span class="aside">{language(lang)}</span>
              </span>
            ))}
          </dd>
        </div>
      )}
    </>
  );
}

function Names({ label, aliases }: { readonly label: string; readonly aliases: readonly Alias[] }) {
  if (aliases.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {aliases.map(({ name, lang, from, until }) => (
          <span key={`${name} ${from}`} class="dated">
            <bdi {...(lang === null ? {} : { lang })}>{name}</bdi>{" "}
            <span class="aside">
              {[lang === null ? "" : language(lang), during(from, until)].filter(Boolean).join(", ")}
            </span>
          </span>
        ))}
      </dd>
    </div>
  );
}

function language(tag: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
}
