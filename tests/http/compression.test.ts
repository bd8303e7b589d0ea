/** Compressed replies: the same bytes once unpacked, each coding under a tag of its own, streams piece by piece. */
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, constants, createBrotliDecompress, createGunzip, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { codingOf } from "../../src/http/coding.ts";
import { seededService } from "../support/http-service.ts";

const { app } = await seededService();
const ROSTER = "/v1/coalitions/un/members?on=2020-01-01";
const unpack = { gzip: gunzipSync, br: brotliDecompressSync };
type Packed = keyof typeof unpack;

async function inCoding(url: string, coding: string, method: "GET" | "HEAD" = "GET") {
  const { headers, rawPayload } = await app.inject({ method, url, headers: { "accept-encoding": coding } });
  return { headers, bytes: rawPayload };
}

describe("what a client takes", () => {
  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip", "gzip"],
    ["GZip", "gzip"],
    ["x-gzip", "gzip"],
    ["gzip, deflate, br", "br"],
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["*", "br"],
    ["gzip;q=0, *;q=0.5", "br"],
    ["*;q=0", "identity"],
    ["identity", "identity"],
    ["identity;q=0.5, gzip;q=0.1", "identity"],
    ["identity;q=0, gzip;q=0.1", "gzip"],
    ["br;q=what", "identity"],
    ["deflate, compress", "identity"],
    ["gzip;q=0,br;q=0", "identity"],
  ])("%s is %s", (header, coding) => {
    expect(codingOf(header)).toBe(coding);
  });
});

describe.each(["gzip", "br"] as const)("in %s", (coding: Packed) => {
  it.each([
    ROSTER,
    `${ROSTER}&format=csv`,
    `${ROSTER}&format=ndjson`,
    "/v1/countries?on=2020-01-01",
    "/v1/panel?coalitions=eu&from=2000&to=2020&format=csv",
    "/v1/network?on=2020-01-01&format=graphml",
    "/openapi.json",
    "/openapi.yaml",
  ])("%s says what it says without", async (url) => {
    const plain = await inCoding(url, "identity");
    const packed = await inCoding(url, coding);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(packed.headers["content-encoding"]).toBe(coding);
    expect(packed.headers["vary"]).toContain("Accept-Encoding");
    expect(unpack[coding](packed.bytes).equals(plain.bytes)).toBe(true);
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
  });

  it("is another representation, under a tag of its own", async () => {
    const tags = [
      (await inCoding(ROSTER, coding)).headers["etag"],
      (await inCoding(ROSTER, "identity")).headers["etag"],
    ];
    expect(new Set(tags).size).toBe(2);
    const [packed, plain] = tags as [string, string];
    const asked = async (tag: string) => {
      const headers = { "accept-encoding": coding, "if-none-match": tag };
      return (await app.inject({ url: ROSTER, headers })).statusCode;
    };
    expect([await asked(packed), await asked(plain)]).toEqual([304, 200]);
  });

  it("tells HEAD what it tells GET", async () => {
    for (const url of [ROSTER, `${ROSTER}&format=csv`, "/v1/countries?on=2020-01-01&limit=500"]) {
      const [get, head] = [await inCoding(url, coding), await inCoding(url, coding, "HEAD")];
      expect(head.bytes.length).toBe(0);
      for (const name of ["content-encoding", "content-length", "content-type", "etag", "vary"]) {
        expect(head.headers[name], `${url} ${name}`).toEqual(get.headers[name]);
      }
    }
  });
});

it("leaves alone what is short, what is a problem, and what is compressed by itself", async () => {
  for (const [url, status] of [
    ["/healthz", 200],
    ["/v1/revisions/1", 200],
    ["/v1/coalitions/natoo", 404],
    [`${ROSTER}&x=1`, 400],
    ["/docs/static/swagger-ui.css", 200],
  ] as const) {
    const headers = { "accept-encoding": "gzip, br" };
    const reply = await app.inject({ url, headers });
    expect([reply.statusCode, reply.headers["content-encoding"]], url).toEqual([status, undefined]);
  }
});

it("sends a stream on as it is written", async () => {
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  const path = "/v1/panel?coalitions=eu,nato,un&from=1950&to=2020&format=csv";
  for (const coding of ["gzip", "br"] as const) {
    const pieces = await new Promise<number[]>((resolve, reject) => {
      const found: number[] = [];
      request({ port, host: "127.0.0.1", path, headers: { "accept-encoding": coding } }, (reply) => {
        const flush = constants.BROTLI_OPERATION_FLUSH;
        const opened = coding === "br" ? createBrotliDecompress({ flush }) : createGunzip();
        reply.on("data", (piece: Buffer) => {
          // What has come so far can be read, before the rest has come.
          opened.write(piece, () => found.push(piece.length));
        });
        opened.resume();
        reply.on("end", () => resolve(found)).on("error", reject);
      })
        .on("error", reject)
        .end();
    });
    expect(pieces.length, coding).toBeGreaterThan(5);
  }
});
