/** In which coding a client takes a reply (RFC 9110, section 12.5.3). */

export type Coding = "br" | "gzip" | "identity";

/** The one first that is taken where a client is as glad of several. */
const CODINGS: readonly Coding[] = ["br", "gzip", "identity"];

/** Clients send few different headers: each is read once. */
const read = new Map<string, Coding>();
const MOST_READ = 100;

export function codingOf(header: string | string[] | undefined): Coding {
  if (header === undefined) return "identity";
  const acceptEncoding = String(header);
  const known = read.get(acceptEncoding);
  if (known !== undefined) return known;
  const coding = preferredCoding(acceptEncoding);
  if (read.size < MOST_READ) read.set(acceptEncoding, coding);
  return coding;
}

/** What the client wants most; plain bytes too where it would have nothing that we can give. */
function preferredCoding(acceptEncoding: string): Coding {
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((each) => each.trim());
    const weight = Number(parameters.find((each) => each.startsWith("q="))?.slice(2) ?? 1);
    weights.set(name === "x-gzip" ? "gzip" : name, Number.isNaN(weight) ? 0 : weight);
  }
  // What is not named is as welcome as `*`; plain bytes always are, if less than what is named.
  const weightOf = (coding: Coding) =>
    weights.get(coding) ?? weights.get("*") ?? (coding === "identity" ? Number.MIN_VALUE : 0);
  const [best] = CODINGS.toSorted((a, b) => weightOf(b) - weightOf(a));
  return best !== undefined && weightOf(best) > 0 ? best : "identity";
}
