/** Whether a declaration counts, said plainly, and what took its place. */
import type { ComponentChildren } from "preact";
import type { Schemas } from "../../../client/client.ts";
import { addressOf, type Times } from "../../address/address.ts";
import { Link } from "../../address/link.tsx";
import { instantInWords } from "../../words/dates.ts";

type Detail = Schemas["DeclarationDetail"];
type State = Detail["state"];

interface DeclarationStateProps {
  readonly declaration: Detail;
  readonly times: Times;
}

const STATE_WORDS: Readonly<Record<State, string>> = {
  "in-force": "In force",
  superseded: "Superseded",
  retracted: "Retracted",
  rescinded: "Rescinded",
};

export function DeclarationState({ declaration, times }: DeclarationStateProps) {
  return (
    <p class="state" data-state={declaration.state}>
      <strong>{STATE_WORDS[declaration.state]}.</strong> {explained(declaration, times)}
    </p>
  );
}

function explained({ id, state, history }: Detail, times: Times): ComponentChildren {
  const step = history.findLast(({ event, declaration }) => event === state && declaration === id);
  const when = step === undefined ? "" : ` on ${instantInWords(step.recordedAt)}`;
  const by =
    step?.by === undefined ? null : (
      <Link to={addressOf("declaration", step.by, times)}>
        {state === "superseded" ? "Another version" : "another declaration"}
      </Link>
    );
  switch (state) {
    case "in-force":
      return "The ledger holds it, and memberships are derived from it.";
    case "superseded":
      return (
        <>
          {by === null ? "Another version" : by} took its place{when}: it counts no more.
        </>
      );
    case "retracted":
      return (
        <>
          It was taken out of the ledger{when}: it counts no more.
          {step?.reason !== undefined && <> The reason: “{step.reason}”</>}
        </>
      );
    case "rescinded":
      return (
        <>
          It was declared, and taken back before it took effect, by {by ?? "another declaration"}. It changed
          nothing.
        </>
      );
  }
}
