/** Whether the service is alive, and whether it can answer. */

import { Type } from "typebox";
import type { App } from "./app.ts";
import { component, shape } from "./component.ts";
import { query } from "./parameters.ts";
import { Problem } from "./problem.ts";
import { notReady, plain } from "./replies.ts";
import type { Service } from "./service.ts";

const Status = component("Status", shape({ status: Type.Literal("ok") }, "All is well."));

export function healthRoutes(app: App, service: Service): void {
  app.get(
    "/healthz",
    {
      schema: {
        operationId: "getHealth",
        tags: ["service"],
        summary: "Whether the service is alive",
        description: "Asks nothing of the database.",
        querystring: query({}),
        response: plain(Status, "It is alive.", { status: "ok" }),
      },
    },
    async () => ({ status: "ok" as const }),
  );

  app.get(
    "/readyz",
    {
      schema: {
        operationId: "getReadiness",
        tags: ["service"],
        summary: "Whether the service can answer",
        description: "Asks the database, which is opened only when it is migrated.",
        querystring: query({}),
        response: { ...plain(Status, "It can answer.", { status: "ok" }), ...notReady },
      },
    },
    async (request) => {
      try {
        await service.store.newest();
      } catch (error) {
        request.log.error({ err: error }, "the database does not answer");
        throw new Problem("not-ready", "The database does not answer.", [], {
          headers: { "retry-after": "5" },
        });
      }
      return { status: "ok" as const };
    },
  );
}
