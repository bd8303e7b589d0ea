/** Shows one entry that an address names; where there is none, what may have been meant. */
import type { ComponentChildren } from "preact";
import type { Address } from "../address/address.ts";
import { Link } from "../address/link.tsx";
import type { Failure } from "../answers/failure.ts";
import type { Answered } from "../answers/use-answer.ts";
import { FailureNotice } from "./failure-notice.tsx";

interface ShownEntryProps<T> {
  readonly to: Answered<T>;
  /** What it is, like "party". */
  readonly what: string;
  readonly id: string;
  /** The view of an entry that may have been meant. */
  readonly addressOf: (id: string) => Address;
  /** What else can be said where there is none. */
  readonly otherwise?: ComponentChildren;
  readonly children: (value: T) => ComponentChildren;
}

export function ShownEntry<T>({ to, what, id, addressOf, otherwise, children }: ShownEntryProps<T>) {
  const { value, failure, retry } = to;
  if (failure !== null) {
    const meant = meantBy(failure);
    return (
      <div class="missing">
        <h1>{headline(failure, what, id)}</h1>
        {isMissing(failure) ? (
          <div class="notice failure" role="alert">
            <p>{failure.problem.detail}</p>
            {meant.length > 0 && (
              <p>
                Show{" "}
                {meant.map((each, index) => (
                  <span key={each}>
                    {index > 0 && " or "}
                    <Link to={addressOf(each)}>{each}</Link>
                  </span>
                ))}
                .
              </p>
            )}
            {otherwise}
          </div>
        ) : (
          <FailureNotice failure={failure} retry={retry} />
        )}
      </div>
    );
  }
  if (value === null) {
    return (
      <p class="awaited" aria-busy="true">
        Loading the {what} …
      </p>
    );
  }
  return <>{children(value)}</>;
}

type Problem = Extract<Failure, { kind: "problem" }>;

/** Asking again would not help: nothing is there, or the code means several. */
export function isMissing(failure: Failure): failure is Problem {
  return failure.kind === "problem" && [404, 409].includes(failure.problem.status);
}

function headline(failure: Failure, what: string, id: string): string {
  if (!isMissing(failure)) return `The ${what} “${id}”`;
  return failure.problem.status === 409 ? `“${id}” has meant several` : `No ${what} “${id}”`;
}

function meantBy(failure: Failure): readonly string[] {
  if (failure.kind !== "problem") return [];
  return failure.problem.errors.flatMap(({ suggestion, allowed = [] }) =>
    suggestion === undefined ? allowed : [suggestion],
  );
}
