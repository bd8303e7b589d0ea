/** The view as data: the requests that it is drawn from, to open, to download, or to run oneself. */
import { useState } from "preact/hooks";
import type { ViewData } from "./view.ts";

export function DataLinks({ data }: { readonly data: readonly ViewData[] }) {
  if (data.length === 0) return null;
  return (
    <section class="data-links" aria-labelledby="data-links">
      <h2 id="data-links">This view as data</h2>
      <ul>
        {data.map((each) => (
          <DataLink key={each.url} {...each} />
        ))}
      </ul>
    </section>
  );
}

function DataLink({ label, url, list }: ViewData) {
  const [copied, setCopied] = useState(false);
  const command = `curl '${location.origin}${url}'`;
  const copy = () =>
    navigator.clipboard.writeText(command).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <li>
      <span class="label">{label}</span> <a href={url}>JSON</a>{" "}
      {list && (
        <a href={`${url}${url.includes("?") ? "&" : "?"}format=csv`} download>
          CSV
        </a>
      )}
      <code>{command}</code>
      {/* Elsewhere a page may not write to the clipboard. */}
      {isSecureContext && (
        <button type="button" onClick={() => void copy()} aria-label={`Copy the curl command for ${label}`}>
          {copied ? "Copied" : "Copy"}
        </button>
      )}
    </li>
  );
}
