/** The formats in which paths answer, and which of them a request is to have. */
import { preferred } from "./accept.ts";
import { Problem } from "./problem.ts";

export const MEDIA_TYPES = {
  json: "application/json",
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  graphml: "application/graphml+xml",
} as const;

export type Format = keyof typeof MEDIA_TYPES;

/** What every list is had in. */
export const LIST_FORMATS = ["json", "csv", "ndjson"] as const;

/** As it stands in `Content-Type`. */
export function contentType(format: Format): string {
  const header = format === "csv" ? "; header=present" : "";
  return `${MEDIA_TYPES[format]}; charset=utf-8${header}`;
}

/** `format` decides; without it what the client takes most gladly, the first of those offered where it is all one. */
export function formatOf<F extends Format>(
  asked: {
    readonly query: { readonly format?: string };
    readonly headers: { readonly accept?: string | undefined };
  },
  offered: readonly F[],
): F {
  const named = offered.find((format) => format === asked.query.format);
  if (named !== undefined) return named;
  const types = offered.map((format) => MEDIA_TYPES[format]);
  const type = preferred(asked.headers.accept, types);
  const found = offered.find((format) => MEDIA_TYPES[format] === type);
  if (found !== undefined) return found;
  const detail = `This path answers in ${types.join(", ")}, which the Accept header rules out.`;
  throw new Problem("not-acceptable", detail, [{ code: "not-acceptable", detail, allowed: types }]);
}
