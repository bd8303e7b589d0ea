/** Whether a client takes what a path gives (RFC 9110, section 12.5.1). */

/** How much a client wants a media type, from 0 (not at all) to 1: the most specific range decides. */
export function quality(accept: string | undefined, type: string): number {
  if (accept === undefined || accept.trim() === "") return 1;
  const ranges = accept.split(",").map((range) => {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    return { name, weight: weight === undefined ? 1 : Number(weight) };
  });
  const family = `${type.split("/")[0]}/*`;
  for (const name of [type, family, "*/*"]) {
    const range = ranges.find((each) => each.name === name);
    if (range !== undefined) return Number.isNaN(range.weight) ? 0 : range.weight;
  }
  return 0;
}
