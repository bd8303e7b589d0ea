/** What a picture shows, as a table that opens below it; its rows are made when it is opened. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface TableBehindProps {
  /** What the table is, like "The curve as a table". */
  readonly summary: string;
  readonly head: readonly string[];
  readonly rows: () => readonly (readonly ComponentChildren[])[];
}

export function TableBehind({ summary, head, rows }: TableBehindProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="behind" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && (
        <section
          class="table-scroll"
          aria-label={summary}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys.
          tabIndex={0}
        >
          <table>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, column) => (
                    <td key={head[column]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
