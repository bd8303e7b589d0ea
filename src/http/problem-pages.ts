/** The pages that explain problems: what `type` of a problem leads to. */

import { Type } from "typebox";
import { nearest } from "../ledger/nearest.ts";
import type { App } from "./app.ts";
import { component, shape } from "./component.ts";
import { PROBLEM_PAGE } from "./examples.ts";
import { path, query } from "./parameters.ts";
import { PROBLEM_TYPES, Problem, type ProblemSlug } from "./problem.ts";
import { missing, plain } from "./replies.ts";

const SLUGS = Object.keys(PROBLEM_TYPES) as ProblemSlug[];

const ProblemPage = component(
  "ProblemPage",
  shape(
    { type: Type.String(), title: Type.String(), status: Type.Integer(), explanation: Type.String() },
    "A type of problem, explained.",
  ),
);
const ProblemPages = component(
  "ProblemPages",
  shape({ items: Type.Array(ProblemPage) }, "All types of problem."),
);

export function problemRoutes(app: App): void {
  app.get(
    "/problems",
    {
      schema: {
        operationId: "listProblems",
        tags: ["service"],
        summary: "All types of problem",
        description: "What can go wrong, and what would be right.",
        querystring: query({}),
        response: plain(ProblemPages, "The types of problem.", { items: [PROBLEM_PAGE] }),
      },
    },
    async () => ({ items: SLUGS.map(toPage) }),
  );

  app.get(
    "/problems/:slug",
    {
      schema: {
        operationId: "getProblem",
        tags: ["service"],
        summary: "One type of problem, explained",
        description: "Where the `type` of a problem leads.",
        params: path("slug", "The last part of the `type` of a problem.", "invalid-parameter"),
        querystring: query({}),
        response: { ...plain(ProblemPage, "The explanation.", PROBLEM_PAGE), ...missing },
      },
    },
    async ({ params }) => {
      const slug = SLUGS.find((each) => each === params.slug.toLowerCase());
      if (slug === undefined) throw unknownType(params.slug);
      return toPage(slug);
    },
  );
}

function toPage(slug: ProblemSlug) {
  return { type: `/problems/${slug}`, ...PROBLEM_TYPES[slug] };
}

function unknownType(slug: string): Problem {
  const suggestion = nearest(slug, SLUGS);
  const meant = suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`;
  const detail = `There is no problem "${slug}".${meant} GET /problems lists all of them.`;
  return new Problem("not-found", detail, [
    {
      code: "unknown-problem",
      detail,
      parameter: "slug",
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}
