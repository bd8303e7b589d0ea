/** So many requests a minute from one address, and no more; asked before anything else, keys included. */
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { Problem } from "./problem.ts";

/** What watches the service is never turned away. */
const EXEMPT = ["/healthz", "/readyz"];
const MS_PER_SECOND = 1000;

/** @param perMinute 0 for no limit. */
export function limitRate(app: FastifyInstance, perMinute: number): void {
  if (perMinute === 0) return;
  app
    .register(rateLimit, {
      global: false,
      max: perMinute,
      timeWindow: "1 minute",
      allowList: ({ url }) => EXEMPT.includes(url),
      errorResponseBuilder: (_request, { max, ttl }) => {
        const seconds = Math.ceil(ttl / MS_PER_SECOND);
        const detail = `More than ${max} requests in a minute: wait ${seconds} s.`;
        return new Problem("too-many-requests", detail, [{ code: "too-many-requests", detail }]);
      },
    })
    .after(() => {
      app.addHook("onRequest", app.rateLimit());
    });
}
