/** The page of one declaration: what was declared, who says so, and what became of it. */
import { addressOf, type PageAddress } from "../../address/address.ts";
import { question } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { useLasting } from "../../answers/use-lasting.ts";
import { isMissing, ShownEntry } from "../../shell/entry.tsx";
import { useView } from "../../shell/view.ts";
import { DeclarationView } from "./declaration-view.tsx";
import { headline } from "./headline.ts";
import { RecordedLater } from "./recorded-later.tsx";

export function DeclarationPage({ address }: { readonly address: PageAddress<"declaration"> }) {
  const { id, on, known } = address;
  const path = { id };
  const asked = question("/v1/declarations/{id}", { path, query: { known: known ?? undefined } });
  const answered = useAnswer(asked);
  const value = useLasting(answered.value, id);
  const rescinds = value?.rescinds ?? null;
  const named = useAnswer(
    rescinds === null
      ? null
      : question("/v1/declarations/{id}", { path: { id: rescinds }, query: { known: known ?? undefined } }),
  );
  const title = value === null ? `Declaration ${id}` : headline(value, named.value);
  const missing = answered.failure !== null && isMissing(answered.failure);
  useView({
    title,
    data: missing ? [] : [{ label: "The declaration", url: asked.url, list: false }],
    span: null,
    edges: [],
  });
  return (
    <ShownEntry
      to={{ ...answered, value }}
      what="declaration"
      id={id}
      addressOf={(meant) => addressOf("declaration", meant, { on, known })}
      otherwise={known === null ? null : <RecordedLater id={id} address={address} />}
    >
      {(declaration) => <DeclarationView address={address} declaration={declaration} title={title} />}
    </ShownEntry>
  );
}
