/** Lists as CSV and NDJSON: whole, streamed, safe to open, and never cut short unseen. */
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import type { Store } from "../../src/ledger/store.ts";
import { seededService, serviceOn } from "../support/http-service.ts";

const { ask, store } = await seededService();

const LISTS = [
  "/v1/coalitions?on=2020-01-01",
  "/v1/coalitions/arab-league/members?on=2012-01-01&role=any",
  "/v1/coalitions/eu/timeline",
  "/v1/coalitions/global-coalition-against-daesh/claims",
  "/v1/countries?former=true&on=2020-01-01",
  "/v1/countries?memberOf=brics&on=2026-01-01",
  "/v1/countries/FRA/memberships",
  "/v1/parties",
  "/v1/memberships",
  "/v1/memberships?on=2020-01-01",
  "/v1/declarations",
  "/v1/revisions",
  "/v1/findings",
  "/v1/shared?parties=FRA,DEU",
  "/v1/overlap?on=2020-01-01",
  "/v1/search?q=republic",
  "/v1/panel?coalitions=eu,nato&from=2019&to=2021",
  "/v1/panel?coalitions=eu,nato&from=2019&to=2020&layout=wide&rule=share&cow=true",
] as const;

const as = (url: string, format: string) => `${url}${url.includes("?") ? "&" : "?"}format=${format}`;

async function pages(url: string): Promise<readonly object[]> {
  const items: object[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body } = await ask(`${as(url, "json")}${cursor === "" ? "" : `&cursor=${cursor}`}`);
    items.push(...body.items);
    cursor = body.next;
  }
  return items;
}

const lines = (text: string): object[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** A row as CSV is to have it, by the names of its columns; `coalitions_` of a wide panel falls away. */
function flat(row: object, prefix = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      const column = `${prefix}${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
      if (value === null) return [[column, ""]];
      if (Array.isArray(value)) {
        const nested = value.some((item) => typeof item === "object");
        return [[column, nested ? JSON.stringify(value) : value.join(";")]];
      }
      return typeof value === "object" && name !== "names"
        ? Object.entries(flat(value, `${column}_`))
        : [[column, typeof value === "object" ? JSON.stringify(value) : String(value)]];
    }),
  );
}

describe.each(LISTS)("%s", (url) => {
  it("is the same as JSON, NDJSON and CSV", async () => {
    const items = await pages(url);
    expect(items.length).toBeGreaterThan(0);
    const ndjson = await ask(as(url, "ndjson"));
    expect(lines(ndjson.text)).toEqual(items);
    const csv = await ask(as(url, "csv"));
    const records = parse(csv.text, { columns: true }) as Record<string, string>[];
    expect(records.length).toBe(items.length);
    for (const [place, record] of records.entries()) {
      const expected = Object.entries(flat(items[place] as object)).map(([column, cell]) => [
        column.replace(/^coalitions_(.*)/, (_all, rest: string) => rest.replaceAll("-", "_")),
        cell,
      ]);
      for (const [column, cell] of expected) {
        // A column whose value is null in this row is taken apart in others.
        if (cell === "") continue;
        expect(record[column as string]?.replace(/^'(?=[=+\-@])/, ""), `${column} of row ${place}`).toBe(
          cell,
        );
      }
    }
  });
});

describe("a reply in another format", () => {
  const MEMBERS = "/v1/coalitions/nato/members?on=2020-01-01";

  it("is a file with a telling name", async () => {
    const { headers } = await ask(as(MEMBERS, "csv"));
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
    expect(headers["content-disposition"]).toBe(
      'attachment; filename="accession-coalitions-nato-members-2020-01-01-r28.csv"',
    );
    const wide = await ask("/v1/panel?coalitions=eu&from=2019&to=2021&format=ndjson");
    expect(wide.headers["content-disposition"]).toContain('"accession-panel-2019-2021-r28.ndjson"');
  });

  it.each([
    ["text/csv", "text/csv"],
    ["application/x-ndjson", "application/x-ndjson"],
    ["application/json;q=0.5, text/csv", "text/csv"],
    ["text/csv;q=0.4, application/*;q=0.9", "application/json"],
    ["*/*, text/csv", "text/csv"],
    ["text/*", "text/csv"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"],
    ["application/json;q=0, */*;q=0.1", "text/csv"],
  ])("to Accept: %s is %s", async (accept, type) => {
    const { status, headers } = await ask(MEMBERS, { headers: { accept } });
    expect([status, headers["content-type"]?.split(";")[0], headers["vary"]]).toEqual([
      200,
      type,
      "Accept, Accept-Encoding",
    ]);
  });

  it("that cannot be had is a problem that names those that can", async () => {
    const { status, body } = await ask(MEMBERS, { headers: { accept: "application/pdf" } });
    expect([status, body.errors[0].allowed]).toEqual([
      406,
      ["application/json", "text/csv", "application/x-ndjson"],
    ]);
    expect((await ask("/v1/countries/FRA", { headers: { accept: "text/csv" } })).status).toBe(406);
    expect((await ask(as(MEMBERS, "xml"))).body.errors[0].code).toBe("unknown-value");
  });

  it("goes by `format` before Accept", async () => {
    const { headers } = await ask(as(MEMBERS, "csv"), { headers: { accept: "application/json" } });
    expect(headers["content-type"]).toContain("text/csv");
  });

  it("has a tag of its own, and is not sent to who has it", async () => {
    const tags = new Set<string>();
    for (const headers of [{}, { accept: "text/csv" }, { accept: "application/x-ndjson" }]) {
      tags.add((await ask(MEMBERS, { headers })).headers["etag"] as string);
    }
    tags.add((await ask(`${MEMBERS}&lang=fr`)).headers["etag"] as string);
    expect(tags.size).toBe(4);
    for (const tag of tags) {
      const { status, text } = await ask(MEMBERS, { headers: { accept: "text/csv", "if-none-match": tag } });
      expect([200, 304]).toContain(status);
      if (status === 304) expect(text).toBe("");
    }
    const { headers } = await ask(as(MEMBERS, "csv"));
    const again = await ask(as(MEMBERS, "csv"), { headers: { "if-none-match": headers["etag"] as string } });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it.each(["limit=5", "cursor=abc"])("comes whole, so %s is refused", async (paging) => {
    const reply = await ask(`${as(MEMBERS, "csv")}&${paging}`);
    expect(reply.status).toBe(400);
  });

  it("is described to HEAD and not made", async () => {
    const { status, headers, text } = await ask(as("/v1/memberships", "csv"), { method: "HEAD" });
    expect([status, text, headers["content-type"]?.split(";")[0]]).toEqual([200, "", "text/csv"]);
  });
});

describe("a cell that a spreadsheet would run", () => {
  it("is defused", async () => {
    const party = {
      id: "x-formula",
      kind: "other",
      name: '=HYPERLINK("x")',
      names: {},
      aliases: [],
      note: null,
      retired: false,
    } as const;
    const outcome = await store.append({
      author: "test",
      message: "A name that is a formula",
      entries: [{ kind: "party", party }],
      findings: "refuse",
      dryRun: false,
      imported: false,
    });
    expect(outcome.taken).toBe(true);
    const { text } = await ask("/v1/parties?kind=other&format=csv");
    expect(text).toContain(`x-formula,"'=HYPERLINK(""x"")"`);
    expect((await ask("/v1/parties?kind=other&format=ndjson")).text).toContain('"=HYPERLINK(');
  });
});

describe("a fault on the way", () => {
  /** A store whose pages of spells go wrong from the second one on. */
  function failingAfter(first: number): Store {
    let calls = 0;
    return new Proxy(store, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as unknown;
        if (typeof member !== "function") return member;
        if (name !== "spellPage") return member.bind(target);
        return (...args: unknown[]) => {
          calls += 1;
          return calls > first ? Promise.reject(new Error("disk gone")) : member.apply(target, args);
        };
      },
    });
  }

  async function fetched(
    failing: Store,
  ): Promise<{ status: number | undefined; text: string; broken: boolean }> {
    const { app } = await serviceOn(failing);
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      request({ port, path: "/v1/memberships?format=csv" }, (reply) => {
        let text = "";
        const end = (broken: boolean) => resolve({ status: reply.statusCode, text, broken });
        reply.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        reply.on("end", () => end(false)).on("error", () => end(true));
      })
        .on("error", reject)
        .end();
    });
  }

  it("breaks the connection, so that what came is not taken for whole", async () => {
    const { status, text, broken } = await fetched(failingAfter(1));
    expect([status, broken]).toEqual([200, true]);
    expect(text).toContain("coalition_id,");
  });

  it("before the first piece is told as a problem", async () => {
    const { status, text, broken } = await fetched(failingAfter(0));
    expect([status, broken, JSON.parse(text).type]).toEqual([500, false, "/problems/internal-error"]);
  });

  it("is none where nothing fails", async () => {
    const { status, broken } = await fetched(failingAfter(100));
    expect([status, broken]).toEqual([200, false]);
  });
});

afterAll(() => expect(LISTS.length).toBeGreaterThan(15));
