/** What differs between two versions: old and new, field by field. */
import type { Difference } from "./version-differences.ts";

export function VersionDifferences({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) return <p class="muted">The same, declared again.</p>;
  return (
    <dl class="differences">
      {differences.map(({ field, before, after }) => (
        <div key={`${field} ${before} ${after}`}>
          <dt>{field}</dt>
          <dd>
            {before === null ? (
              <span class="muted">nothing</span>
            ) : (
              <del>
                <span class="unseen">before: </span>
                {before}
              </del>
            )}{" "}
            <span aria-hidden="true">→</span>{" "}
            {after === null ? (
              <span class="muted">nothing</span>
            ) : (
              <ins>
                <span class="unseen">after: </span>
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
