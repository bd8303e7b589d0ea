/** The description of the service: the OpenAPI document and the pages that show it. */
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { stringify } from "yaml";
import { components } from "./component.ts";
import { query } from "./parameters.ts";

const DESCRIPTION = [
  "Who belonged to which coalition, on any day, who said so, and what was known when.",
  "Sources declare dated acts; memberships are derived from them, for any day in the world (`on`) and any " +
    "state of our knowledge (`known`). Dates may be partial, so answers are `certain` or `possible`.",
  "Nothing is guessed: a parameter that is unknown, repeated or wrong is a problem (RFC 9457) that says " +
    "what would be right. Lists come in pages: follow the `Link` with `rel=next`.",
  "The code is under the MIT licence, the compiled data under CC BY 4.0.",
].join("\n\n");

const TAGS = [
  { name: "coalitions", description: "Bodies that parties belong to, and who is in." },
  { name: "parties", description: "Countries and other parties, and what they belong to." },
  {
    name: "sets",
    description: "Several coalitions or parties at once: sets, overlaps, panels, networks, look-ups.",
  },
  { name: "ledger", description: "Declarations, revisions and findings: who said what, and when we knew." },
  { name: "writing", description: "Declaring, correcting, taking back, and the registry. Needs a key." },
  { name: "service", description: "The service itself." },
];

const KEY_SCHEME = {
  type: "http" as const,
  scheme: "bearer",
  description: "A key, made by `accession key create`. Its name is recorded with what it writes.",
};

const HIDDEN = { schema: { hide: true, querystring: query({}) } };

export function documentation(app: FastifyInstance, version: string): void {
  app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Accession",
        version,
        description: DESCRIPTION,
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/", description: "This service." }],
      tags: TAGS,
      components: { securitySchemes: { key: KEY_SCHEME } },
    },
    convertConstToEnum: false,
    refResolver: { buildLocalReference: (schema) => String(schema["$id"]) },
  });
  for (const shape of components()) app.addSchema(shape);
  app.register((scope, _options, done) => {
    scope.get("/openapi.json", HIDDEN, async (_request, reply) =>
      reply.type("application/json; charset=utf-8").send(`${JSON.stringify(app.swagger(), null, 2)}\n`),
    );
    scope.get("/openapi.yaml", HIDDEN, async (_request, reply) =>
      reply.type("application/yaml; charset=utf-8").send(yamlOf(app)),
    );
    done();
  });
  app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: false,
    theme: { title: "Accession" },
    uiConfig: { docExpansion: "list", displayRequestDuration: true },
  });
}

/** The document as YAML that readers of YAML 1.1, who take a bare `on` for `true`, read like those of 1.2. */
export function yamlOf(app: FastifyInstance): string {
  return stringify(app.swagger(), { compat: "yaml-1.1" });
}
