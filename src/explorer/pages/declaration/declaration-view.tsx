/** A declaration, once it is there. */
import { useMemo } from "preact/hooks";
import type { Schemas } from "../../../client/client.ts";
import type { PageAddress } from "../../address/address.ts";
import { whole } from "../../answers/question.ts";
import { useAnswer } from "../../answers/use-answer.ts";
import { DeclarationState } from "./declaration-state.tsx";
import { DeclaredFacts } from "./declared-facts.tsx";
import { FindingsSection } from "./findings-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { SourcesSection } from "./sources-section.tsx";

interface DeclarationViewProps {
  readonly address: PageAddress<"declaration">;
  readonly declaration: Schemas["DeclarationDetail"];
  /** What was declared, as a sentence. */
  readonly title: string;
}

export function DeclarationView({ address, declaration, title }: DeclarationViewProps) {
  const { on } = address;
  const { id, coalition, sources } = declaration;
  const known = address.known ?? undefined;
  const times = { on, known: address.known };
  const claimed = sources.some(({ claims }) => claims !== null);
  const claims = useAnswer(
    claimed ? whole("/v1/coalitions/{id}/claims", { path: { id: coalition.id }, query: { known } }) : null,
  ).value;
  const findings = useAnswer(whole("/v1/findings", { query: { coalition: coalition.id, known } })).value;
  const ofThis = useMemo(
    () => ({
      claims: claims?.items.filter((claim) => claim.declaration === id) ?? [],
      findings: findings?.items.filter(({ declarations }) => declarations.includes(id)) ?? [],
    }),
    [claims, findings, id],
  );
  return (
    <article class="declaration">
      <header class="declaration-head">
        <p class="kind">Declaration</p>
        <h1>{title}</h1>
        <DeclarationState declaration={declaration} times={times} />
      </header>
      <DeclaredFacts declaration={declaration} times={times} />
      <SourcesSection sources={sources} claims={ofThis.claims} />
      <HistorySection address={address} declaration={declaration} />
      <FindingsSection declaration={id} findings={ofThis.findings} times={times} />
    </article>
  );
}
