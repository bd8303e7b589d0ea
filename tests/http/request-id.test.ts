/** Names of requests. */
import { expect, it } from "vitest";
import { nextRequestId } from "../../src/http/request-id.ts";

/** Of version 8, by RFC 9562. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it("are UUIDs, each another", () => {
  const ids = Array.from({ length: 5_000 }, nextRequestId);
  for (const id of ids) expect(id).toMatch(UUID);
  expect(new Set(ids).size).toBe(ids.length);
});
