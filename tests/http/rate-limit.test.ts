/** RATE_LIMIT: the request that is one too many is a problem that says how long to wait; the probes are never turned away. */
import { expect, it } from "vitest";
import { writingService } from "../support/writing-service.ts";

it("turns away what comes too fast from one address, also without a good key", async () => {
  const { get, send } = await writingService({ rateLimit: 3 }, { seeded: false });
  for (const status of [200, 200]) expect((await get("/v1")).status).toBe(status);
  expect((await send("/v1/declarations", { key: null, body: {} })).status).toBe(401);
  const over = await send("/v1/declarations", { key: null, body: {} });
  expect([over.status, over.body.errors[0].code]).toEqual([429, "too-many-requests"]);
  expect(Number(over.headers["retry-after"])).toBeGreaterThan(0);
  expect((await get("/v1/nothing")).status).toBe(429);
  expect((await get("/healthz")).status).toBe(200);
});

it("is no limit where it is 0", async () => {
  const { get } = await writingService({ rateLimit: 0 }, { seeded: false });
  for (let count = 0; count < 20; count += 1) expect((await get("/v1")).status).toBe(200);
});
