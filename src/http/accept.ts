/** Whether and how gladly a client takes what a path gives (RFC 9110, section 12.5.1). */

interface Welcome {
  /** From 0 (not at all) to 1. */
  readonly weight: number;
  /** How closely the deciding range names the type: 2 the type itself, 1 its family, 0 anything. */
  readonly closeness: number;
}

const UNWELCOME: Welcome = { weight: 0, closeness: 0 };

/** The type that the client wants most; of equals the one that it names, then the one offered first. */
export function preferred<T extends string>(accept: string | undefined, offered: readonly T[]): T | null {
  const welcomes = offered.map((type) => ({ type, ...welcome(accept, type) }));
  welcomes.sort((a, b) => b.weight - a.weight || b.closeness - a.closeness);
  const [best] = welcomes;
  return best !== undefined && best.weight > 0 ? best.type : null;
}

/** How much a client wants a media type: the most specific range decides. */
function welcome(accept: string | undefined, type: string): Welcome {
  if (accept === undefined || accept.trim() === "") return { weight: 1, closeness: 0 };
  const ranges = accept.split(",").map((range) => {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    return { name, weight: weight === undefined ? 1 : Number(weight) };
  });
  const family = `${type.split("/")[0]}/*`;
  for (const [place, name] of [type, family, "*/*"].entries()) {
    const range = ranges.find((each) => each.name === name);
    if (range !== undefined) {
      return { weight: Number.isNaN(range.weight) ? 0 : range.weight, closeness: 2 - place };
    }
  }
  return UNWELCOME;
}
