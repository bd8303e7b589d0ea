/** The check of replies catches replies that are not as the document says. */
import { describe, expect, it } from "vitest";
import { emptyService } from "../support/http-service.ts";
import { ReplyCheck } from "../support/reply-faults.ts";

const { app, document } = await emptyService();
const check = new ReplyCheck(document);
const LIST = { known: null, items: [], total: 0, next: null };
const PROBLEM = {
  type: "/problems/not-found",
  title: "a",
  status: 404,
  detail: "b",
  instance: "/",
  errors: [],
};

function faults(
  body: unknown,
  reply: { status?: number; type?: string; url?: string; method?: string } = {},
) {
  const { status = 200, type = "application/json", url = "/v1/revisions", method = "GET" } = reply;
  return check.faults({ status, type, url, method, body: body === null ? "" : JSON.stringify(body) });
}

describe("the check of replies", () => {
  it("takes a reply that is right", () => {
    expect(faults(LIST)).toEqual([]);
    expect(faults(PROBLEM, { status: 400, type: "application/problem+json; charset=utf-8" })).toEqual([]);
    expect(faults(null, { method: "HEAD" })).toEqual([]);
  });

  it.each([
    ["a field too many", { ...LIST, extra: 1 }],
    ["a field missing", { known: null, items: [], total: 0 }],
    ["a wrong type", { ...LIST, total: "0" }],
    ["a wrong word", { ...LIST, items: [{ revision: 0 }] }],
    ["a bad instant", { ...LIST, known: { revision: 1, recordedAt: "yesterday" } }],
    ["null where there is no null", { ...LIST, items: null }],
  ])("catches %s", (_what, body) => {
    expect(faults(body)).not.toEqual([]);
  });

  it("catches a problem without its parts", () => {
    const reply = { status: 404, type: "application/problem+json", url: "/v1/coalitions/x" };
    expect(faults(PROBLEM, reply)).toEqual([]);
    expect(faults({ ...PROBLEM, type: undefined }, reply)).not.toEqual([]);
    expect(faults({ error: "Not Found" }, reply)).not.toEqual([]);
  });

  it("catches the wrong media type, and bodies that should not be", () => {
    expect(faults(LIST, { type: "text/html" })).not.toEqual([]);
    expect(faults(PROBLEM, { status: 400, type: "application/json" })).not.toEqual([]);
    expect(faults(LIST, { status: 304 })).not.toEqual([]);
    expect(faults(LIST, { method: "HEAD" })).not.toEqual([]);
  });

  it("catches a wrong reply of the service itself", async () => {
    const reply = await app.inject("/v1/revisions");
    const planted = { ...reply.json(), total: -1 };
    expect(faults(reply.json())).toEqual([]);
    expect(faults(planted)).not.toEqual([]);
  });
});
