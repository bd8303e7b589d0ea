/** What happened when the service did not give what the page needs, and what can be done. */
import type { Failure } from "../answers/failure.ts";

interface FailureNoticeProps {
  readonly failure: Failure;
  readonly retry: () => void;
}

export function FailureNotice({ failure, retry }: FailureNoticeProps) {
  const [title, detail] = inWords(failure);
  return (
    <div class="notice failure" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {failure.kind === "problem" && failure.problem.errors.length > 1 && (
        <ul>
          {failure.problem.errors.map((error) => (
            <li key={error.detail}>{error.detail}</li>
          ))}
        </ul>
      )}
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}

function inWords(failure: Failure): [title: string, detail: string] {
  if (failure.kind === "problem") return [failure.problem.title, failure.problem.detail];
  return [
    "The service cannot be reached",
    `No answer came from ${location.host}. Check that it is running and that you are connected, then try again.`,
  ];
}
