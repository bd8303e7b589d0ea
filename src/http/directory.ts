/** All paths of the service, as they are registered: what a path takes, and which one somebody meant. */
import { distance } from "fastest-levenshtein";
import type { FastifyInstance } from "fastify";

export interface Signpost {
  /** As OpenAPI writes it: `/v1/coalitions/{id}`. */
  readonly path: string;
  readonly methods: Set<string>;
  readonly summary: string | null;
}

export class Directory {
  readonly #signposts = new Map<string, Signpost>();

  /** Follows every route that is registered from now on. */
  constructor(app: FastifyInstance) {
    app.addHook("onRoute", ({ url, method, schema }) => {
      if (url.includes("*")) return;
      const path = url.replace(/:(\w+)/g, "{$1}");
      const known = this.#signposts.get(path);
      const signpost = known ?? { path, methods: new Set<string>(), summary: schema?.summary ?? null };
      for (const each of [method].flat()) signpost.methods.add(each);
      this.#signposts.set(path, signpost);
    });
  }

  /** What the document describes, in the order of registration. */
  described(): Signpost[] {
    return [...this.#signposts.values()].filter((signpost) => signpost.summary !== null);
  }

  /** The methods that the path takes; none where there is no such path. */
  methodsOf(path: string): string[] {
    const found = [...this.#signposts.values()].filter((signpost) => fits(signpost.path, path));
    return [...new Set(found.flatMap((signpost) => [...signpost.methods]))].sort();
  }

  /** The path that somebody most likely meant, with the ids that they gave. */
  nearest(path: string): string | undefined {
    const sought = segmentsOf(path);
    let best: { path: string; slips: number } | undefined;
    for (const signpost of this.described()) {
      const segments = segmentsOf(signpost.path);
      const slips = segments.length === sought.length ? slipsBetween(segments, sought) : null;
      if (slips === null || slips >= (best?.slips ?? Number.POSITIVE_INFINITY)) continue;
      const filled = segments.map((segment, place) => (isId(segment) ? sought[place] : segment));
      best = { path: `/${filled.join("/")}`, slips };
    }
    return best?.path;
  }
}

/** The segments between slashes, doubled and trailing slashes aside. */
function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function isId(segment: string): boolean {
  return segment.startsWith("{");
}

function fits(template: string, path: string): boolean {
  const [expected, given] = [template.split("/"), path.split("/")];
  return (
    expected.length === given.length &&
    expected.every((segment, place) => (isId(segment) ? given[place] !== "" : segment === given[place]))
  );
}

/** How far the words of a path are off; null where one is too far off to be meant. */
function slipsBetween(template: readonly string[], given: readonly string[]): number | null {
  let slips = 0;
  for (const [place, segment] of template.entries()) {
    const off = isId(segment) ? 0 : distance(segment, (given[place] as string).toLowerCase());
    if (off > Math.max(1, Math.floor(segment.length / 3))) return null;
    slips += off;
  }
  return slips;
}
