/** Pages: a walk by cursor gives what one large page gives, also while others write. */
import { describe, expect, it } from "vitest";
import type { Command } from "../../src/ledger/command.ts";
import { emptyService, seededService } from "../support/http-service.ts";

const { ask, store } = await seededService();

async function walk(first: string, between: () => Promise<unknown> = async () => null) {
  const pages = [];
  for (let url: string | undefined = first; url !== undefined; ) {
    const { status, body, headers } = await ask(url);
    expect(status).toBe(200);
    pages.push(body);
    expect(pages.length, "a walk that does not end").toBeLessThan(100);
    const link: string | undefined = headers["link"];
    expect(link === undefined).toBe(body.next === null);
    url = link === undefined ? undefined : /^<(.+)>; rel="next"$/.exec(link)?.[1];
    await between();
  }
  return pages;
}

describe("a walk by cursor", () => {
  it.each([
    ["/v1/coalitions", 7],
    ["/v1/coalitions/un/members?on=1980-01-01", 40],
    ["/v1/coalitions/global-coalition-against-daesh/claims", 9],
    ["/v1/countries?former=true", 100],
    ["/v1/parties?kind=coalition", 10],
    ["/v1/memberships?coalition=nato", 10],
    ["/v1/memberships?coalition=nato&on=2020-01-01", 10],
    ["/v1/countries/FRA/memberships", 5],
    ["/v1/declarations?coalition=eu", 11],
    ["/v1/revisions", 9],
    ["/v1/findings?coalition=un", 100],
  ])("of %s by %i gives all, each once", async (url, limit) => {
    const whole = (await ask(url)).body;
    const pages = await walk(`${url}${url.includes("?") ? "&" : "?"}limit=${limit}`);
    expect(pages.length).toBe(Math.max(1, Math.ceil(whole.total / limit)));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap((page) => page.items)).toEqual(whole.items);
    for (const page of pages) expect(page).toMatchObject({ total: whole.total, known: whole.known });
  });

  it("stays right while others write", async () => {
    const whole = (await ask("/v1/coalitions/eu/members")).body;
    let refs = 0;
    const pages = await walk("/v1/coalitions/eu/members?limit=5", async () => {
      refs += 1;
      const outcome = await store.append(
        withdrawal(["AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK"][refs] as string),
      );
      expect(outcome.taken).toBe(true);
    });
    expect(pages.length).toBe(6);
    for (const page of pages) expect(page.known).toEqual(whole.known);
    expect(pages.flatMap((page) => page.items)).toEqual(whole.items);
    expect((await ask("/v1/coalitions/eu/members")).body.total).toBe(whole.total - refs);
  });

  it("may change the size of its pages, and nothing else", async () => {
    const { next } = (await ask("/v1/coalitions/nato/members?on=2020-01-01&limit=5")).body;
    const url = (query: string) => `/v1/coalitions/nato/members?${query}&cursor=${next}`;
    expect((await ask(url("on=2020-01-01&limit=20"))).body.items).toHaveLength(20);
    for (const query of ["on=2020-01-02&limit=5", "on=2020-01-01&limit=5&role=any", "limit=5"]) {
      const { status, body } = await ask(url(query));
      expect([status, body.type]).toEqual([400, "/problems/invalid-cursor"]);
    }
    expect((await ask(`/v1/coalitions/eu/members?on=2020-01-01&cursor=${next}`)).status).toBe(400);
  });
});

describe("a ledger without revisions", () => {
  it("is empty, and knows nothing", async () => {
    const empty = await emptyService();
    for (const path of [
      "coalitions",
      "countries",
      "parties",
      "memberships",
      "declarations",
      "revisions",
      "findings",
    ]) {
      const { status, body } = await empty.ask(`/v1/${path}`);
      expect([status, body.known, body.items, body.total, body.next]).toEqual([200, null, [], 0, null]);
    }
    expect((await empty.ask("/v1/meta")).body).toMatchObject({ known: null, counts: { declarations: 0 } });
    expect((await empty.ask("/v1/coalitions/nato")).status).toBe(404);
    expect((await empty.ask("/readyz")).status).toBe(200);
    for (const known of ["1", "2026-01-01T00:00:00Z"]) {
      const { status, body } = await empty.ask(`/v1/coalitions?known=${known}`);
      expect([status, body.errors[0].parameter]).toEqual([400, "known"]);
    }
  });
});

function withdrawal(party: string): Command {
  const source = {
    title: "A test",
    url: null,
    publisher: null,
    published: null,
    accessed: null,
    claims: null,
  };
  return {
    author: "test",
    message: `${party} leaves`,
    entries: [
      {
        kind: "declaration",
        content: {
          ref: null,
          coalition: "eu",
          party,
          act: "withdraw",
          role: null,
          predecessors: [],
          declared: null,
          effective: { edtf: "2026-11-01", earliest: "2026-11-01", latest: "2026-11-01" },
          rescinds: null,
          supersedes: null,
          title: null,
          scope: [],
          confidence: null,
          note: null,
          sources: [source],
        },
      },
    ],
    findings: "refuse",
    dryRun: false,
    imported: false,
  };
}
