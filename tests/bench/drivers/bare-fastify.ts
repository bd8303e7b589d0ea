/** Bare Fastify, of the version that the service runs on: every path answers `{}`. */
import Fastify from "fastify";

const [port, documented] = process.argv.slice(2);
const app = Fastify({ keepAliveTimeout: 72_000 });
if (documented === "true") {
  await app.register(import("@fastify/swagger"), { openapi: { info: { title: "Bare", version: "1" } } });
  await app.register(import("@fastify/swagger-ui"), { routePrefix: "/docs" });
}
app.get("/", async () => ({}));
app.get("/v1/coalitions/:id/members", async () => ({}));
await app.listen({ host: "127.0.0.1", port: Number(port) });
