/** What the signs of a size curve mean; those that it does not need are left out. */
import type { ComponentChildren } from "preact";
import { VERDICTS, type Verdict } from "../../domain/claim.ts";
import { TotalSign } from "./curve-drawing.tsx";

interface CurveLegendProps {
  readonly possible: boolean;
  readonly changes: boolean;
  readonly verdicts: ReadonlySet<Verdict>;
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  match: "Published total that the ledger has too",
  consistent: "Published total that the ledger allows",
  mismatch: "Published total that differs",
};

export function CurveLegend({ possible, changes, verdicts }: CurveLegendProps) {
  return (
    <ul class="legend">
      <Item words="Certain">
        <path class="curve-under" d="M0 6h18v6h-18z" />
        <path class="curve-certain" d="M0 6h18" />
      </Item>
      {possible && (
        <Item words="Possible besides">
          <path class="curve-possible" d="M0 1h18v10h-18z" />
        </Item>
      )}
      {changes && (
        <Item words="Change">
          <circle class="curve-mark" cx="9" cy="6" r="2.5" />
        </Item>
      )}
      {VERDICTS.filter((verdict) => verdicts.has(verdict)).map((verdict) => (
        <Item key={verdict} words={VERDICT_WORDS[verdict]}>
          <TotalSign x={9} y={6} verdict={verdict} />
        </Item>
      ))}
    </ul>
  );
}

function Item({ words, children }: { readonly words: string; readonly children: ComponentChildren }) {
  return (
    <li>
      <svg aria-hidden="true" width="18" height="12">
        {children}
      </svg>
      {words}
    </li>
  );
}
