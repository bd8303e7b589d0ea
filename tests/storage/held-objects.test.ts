/** What is held on to for the sake of Node 24 must not grow while the service answers. */
import { expect, it } from "vitest";
import { heldObjects } from "../../src/storage/sqlite/database.ts";
import { seededService } from "../support/http-service.ts";

const service = await seededService();
const PATHS = [
  "/v1/coalitions/nato/members",
  "/v1/coalitions/un/claims",
  "/v1/countries/SYR/memberships",
  "/v1/memberships?coalition=eu&from=2000-01-01",
  "/v1/declarations?coalition=nato&party=FIN&state=in-force",
  "/v1/findings?kind=claim-mismatch",
  "/v1/revisions",
];

async function askAll(known: number): Promise<void> {
  for (const path of PATHS) await service.ask(`${path}${path.includes("?") ? "&" : "?"}known=${known}`);
}

it("prepares no statement twice", async () => {
  await askAll(1);
  const before = heldObjects();
  for (let known = 2; known <= 20; known += 1) await askAll(known);
  expect(before).toBeGreaterThan(10);
  expect(heldObjects()).toBe(before);
});
