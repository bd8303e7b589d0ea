/** Keys of what is kept: another for whatever may be answered otherwise. */
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { isPlain, keyOf, onStretch, withoutDay } from "../../src/http/ready-keys.ts";

const URL = "/v1/coalitions/nato/members?on=2020-01-01&limit=5";

function key(headers: Readonly<Record<string, string>> = {}, url = URL, method = "GET"): string | undefined {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, method });
  Object.assign(request.headers, { host: "localhost", ...headers });
  return keyOf(request);
}

/** That of a request that has one. */
function aKey(headers: Readonly<Record<string, string>> = {}, url = URL): string {
  return key(headers, url) ?? expect.fail("no key");
}

describe("the key of a request", () => {
  it("tells apart addresses, forms and codings", () => {
    const keys = [
      key(),
      key({}, `${URL}0`),
      key({ accept: "text/csv" }),
      key({ accept: "application/json" }),
      key({ "accept-encoding": "gzip" }),
      key({ "accept-encoding": "br" }),
      key({ accept: "text/csv", "accept-encoding": "br" }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("is the same however a coding is asked for, and for HEAD", () => {
    expect(key({ "accept-encoding": "gzip;q=1.0" })).toBe(key({ "accept-encoding": "gzip" }));
    expect(key({ "accept-encoding": "zstd" })).toBe(key());
    expect(key({}, URL, "HEAD")).toBe(key());
  });

  it("is none of what writes, or names no host", () => {
    expect(key({}, URL, "POST")).toBeUndefined();
    const hostless = new IncomingMessage(new Socket());
    expect(keyOf(Object.assign(hostless, { url: URL, method: "GET" }))).toBeUndefined();
  });

  it("tells what is to come as it is", () => {
    expect(isPlain(aKey())).toBe(true);
    expect(isPlain(aKey({ accept: "text/csv" }))).toBe(true);
    expect(isPlain(aKey({ "accept-encoding": "br" }))).toBe(false);
    expect(isPlain(aKey({ accept: "identity", "accept-encoding": "br" }))).toBe(false);
  });
});

describe("the key without its day", () => {
  it.each([
    ["/a?on=2020-01-01", "2020-01-01"],
    ["/a?x=1&on=2020-02-29&y=2", "2020-02-29"],
    ["/a?on=2020-01-01&on=2021-01-01", "2020-01-01"],
  ])("%s is about %s, in any form", (url, on) => {
    expect(withoutDay(aKey({}, url))?.on).toBe(on);
    expect(withoutDay(aKey({ accept: "text/csv" }, url))?.on).toBe(on);
    expect(withoutDay(aKey({ accept: "text/csv" }, url))?.key).not.toBe(withoutDay(aKey({}, url))?.key);
  });

  it.each([
    "/a",
    "/a?x=1",
    "/a?on=2020",
    "/a?on=2020-01-011",
    "/a?on=2021-02-29",
    "/a/on=2020-01-01",
    "/a?xon=2020-01-01",
  ])("%s is about no day", (url) => {
    expect(withoutDay(aKey({}, url))).toBeUndefined();
  });

  it("takes no day from a header", () => {
    expect(withoutDay(aKey({ accept: "text/html?on=2020-01-01" }, "/a"))).toBeUndefined();
    expect(withoutDay(aKey({ accept: "text/html&on=2020-01-01" }, "/a?x=1"))).toBeUndefined();
  });

  it("is the same for all days, and another where anything else differs", () => {
    const without = (url: string) => withoutDay(aKey({}, url))?.key;
    expect(without("/a?on=2020-01-01&x=1")).toBe(without("/a?on=1999-12-31&x=1"));
    expect(without("/a?on=2020-01-01&x=1")).not.toBe(without("/a?x=1&on=2020-01-01"));
  });

  it("is told with the stretch that a day is in", () => {
    const days = ["2000-01-01", "2010-01-01"];
    const stretches = ["1999-12-31", "2000-01-01", "2009-12-31", "2010-01-01"].map((on) =>
      onStretch("k", days, on),
    );
    expect(stretches[1]).toBe(stretches[2]);
    expect(new Set(stretches).size).toBe(3);
  });
});
