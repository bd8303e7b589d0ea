/** The look-up: somebody's own table in, the same rows with the answers out. */
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { seededService } from "../support/http-service.ts";

const { ask } = await seededService();

async function lookUp(payload: string, type = "text/csv", query = "", headers: object = {}) {
  return ask(`/v1/lookup${query}`, {
    method: "POST",
    headers: { "content-type": type, ...headers },
    payload,
  });
}

async function rows(table: string, query = ""): Promise<Record<string, string>[]> {
  const { status, text } = await lookUp(table, "text/csv", query);
  expect(status).toBe(200);
  return parse(text, { columns: true });
}

describe("a row", () => {
  it.each([
    ["UK,2019-12-31,EU", "found", "GBR", "eu", "1", "0", "member"],
    ["UK,2020-02-01,European Union", "found", "GBR", "eu", "0", "0", ""],
    ["Cote dIvoire,2020-01-01,UN", "found", "CIV", "un", "1", "0", "member"],
    ["Swaziland,1990-01-01,united nations", "found", "SWZ", "un", "1", "0", "member"],
    ['"Korea, South",2020-01-01,UN', "found", "KOR", "un", "1", "0", "member"],
    ["Сирия,2012-01-01,Arab League", "found", "SYR", "arab-league", "1", "0", "member"],
    [
      "syria,2025-11-10,global coalition",
      "found",
      "SYR",
      "global-coalition-against-daesh",
      "0",
      "1",
      "member",
    ],
    ["SAU,2026-01-01,BRICS", "found", "SAU", "brics", "0", "1", "member"],
    ["CS,1990-01-01,UN", "found", "CSHH", "un", "1", "0", "member"],
    ["CS,2005-01-01,UN", "found", "CSXX", "un", "1", "0", "member"],
    ["4,2020-01-01,UN", "found", "AFG", "un", "1", "0", "member"],
    ["Congo,2020-01-01,UN", "ambiguous", "", "un", "", "", ""],
    ["Korea,2020-01-01,UN", "ambiguous", "", "un", "", "", ""],
    ["Grmany,2020-01-01,EU", "unknown", "", "eu", "", "", ""],
    ["FRA,2020-01-01,Warsaw Pakt", "unknown", "FRA", "", "", "", ""],
    ["FRA,2020-02-30,EU", "bad-day", "", "eu", "", "", ""],
    ["FRA,,EU", "bad-day", "", "eu", "", "", ""],
    [",2020-01-01,EU", "unknown", "", "eu", "", "", ""],
    ["FRA,2020-01-01,interpol", "no-roster", "FRA", "interpol", "", "", ""],
  ])("%s is %s", async (line, ...expected) => {
    const [row] = await rows(`party,day,coalition\n${line}\n`);
    const { status, party_id, coalition_id, certain, possible, role } = row ?? {};
    expect([status, party_id, coalition_id, certain, possible, role]).toEqual(expected);
    expect(row?.["detail"] === "").toBe(status === "found");
  });

  it("names what an ambiguous or misspelt name may mean", async () => {
    const table = await rows("party,day,coalition\nCongo,2020-01-01,UN\nGrmany,2020-01-01,EU\n");
    expect(table.map((row) => row["candidates"])).toEqual(["COD;COG", "DEU"]);
  });

  it("counts members unless asked otherwise", async () => {
    const table = "party,day,coalition\nBRA,2020-01-01,arab-league\n";
    const [member] = await rows(table);
    const [any] = await rows(table, "?role=any");
    expect([member?.["certain"], any?.["role"]]).toEqual(["0", "observer"]);
  });

  it("is answered as known then", async () => {
    const table = "party,day,coalition\nSYR,2025-11-12,global-coalition-against-daesh\n";
    expect((await rows(table, "?known=1"))[0]?.["certain"]).toBe("0");
    expect((await rows(table))[0]?.["certain"]).toBe("1");
  });
});

describe("a table", () => {
  it("keeps its own columns and their order", async () => {
    const { text } = await lookUp('\uFEFFid,coalition,on,party,x\r\n7,EU,2019-12-31,UK,"a, b"\r\n');
    const [header, first] = text.split("\r\n");
    expect(header).toBe(
      "id,coalition,on,party,x,status,party_id,coalition_id,certain,possible,role,standing,candidates,detail",
    );
    expect(first).toBe('7,EU,2019-12-31,UK,"a, b",found,GBR,eu,1,0,member,active,,');
  });

  it("may be NDJSON, and come back as CSV", async () => {
    const body = `${JSON.stringify({ party: "UK", day: "2019-12-31", coalition: "EU", n: { a: 1 } })}\n`;
    const same = await lookUp(body, "application/x-ndjson");
    expect(JSON.parse(same.text)).toMatchObject({
      party: "UK",
      n: { a: 1 },
      status: "found",
      partyId: "GBR",
    });
    const csv = await lookUp(body, "application/x-ndjson", "", { accept: "text/csv" });
    expect(csv.text.split("\r\n")[0]).toMatch(/^party,day,coalition,n,status,party_id/);
  });

  it.each([
    ["party,coalition\nUK,EU\n", "day"],
    ["party,day,coalition,role\nUK,2020-01-01,EU,x\n", "role"],
    ["party,day,coalition\nUK,2020-01-01\n", "Line 2"],
    ["", "header"],
  ])("that cannot be read is told so: %j", async (table, told) => {
    const { status, body } = await lookUp(table);
    expect([status, body.type]).toEqual([400, "/problems/malformed-body"]);
    expect(body.detail).toContain(told);
  });

  it("of another type is refused", async () => {
    expect((await lookUp("{}", "application/json")).status).toBe(415);
    expect((await lookUp("party,day,coalition\n", "text/csv", "", { accept: "text/html" })).status).toBe(406);
  });

  it("of 50,000 rows comes back whole in one reply", async () => {
    const names = ["UK", "Germany", "Сирия", "Cote dIvoire", "Congo", "no such place"];
    const table = ["n,party,day,coalition"];
    for (let n = 0; n < 50_000; n += 1) {
      const day = `${1950 + (n % 70)}-0${1 + (n % 9)}-11`;
      table.push(
        `${n},${names[n % names.length]}${n % 6 === 5 ? n : ""},${day},${n % 2 === 0 ? "EU" : "un"}`,
      );
    }
    const begun = performance.now();
    const answered = await rows(`${table.join("\n")}\n`);
    expect(performance.now() - begun).toBeLessThan(14_000);
    expect(answered.map((row) => row["n"])).toEqual([...Array(50_000).keys()].map(String));
    const statuses = answered.map((row) => row["status"]);
    const found = statuses.filter((status) => status === "found").length;
    expect(found).toBe(statuses.filter((_status, n) => n % 6 < 4).length);
  });
});
