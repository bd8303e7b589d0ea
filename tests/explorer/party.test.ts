/** The page of a party: who it is, its memberships as bars, and what it belongs to on the day. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { where } from "./address-bar.ts";
import { inChromium, picture } from "./browser.ts";
import { askedDuring, dragTo } from "./dragging.ts";
import { looksWell, overflow } from "./looks.ts";

const drawn = async (page: Page) => {
  await page.locator(".day-list").first().waitFor();
  await page.locator(".day-list").getByRole("link", { name: /: / }).first().waitFor();
};
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const fact = (page: Page, term: string) =>
  page
    .locator(".facts > div", { has: page.locator("dt", { hasText: new RegExp(`^${term}$`) }) })
    .locator("dd");
const bar = (page: Page, name: string) => page.locator(".bar-rows li", { hasText: name });

inChromium("the page of a party", (explorer) => {
  looksWell(explorer, "the page of Syria", "/parties/SYR?on=2015-01-01", drawn);

  it("shows each coalition once, by the day of joining", async () => {
    const page = await explorer.open("/parties/FRA");
    await drawn(page);
    await expect.poll(() => page.title()).toBe("France · Accession");
    const names = await page.locator(".bar-label a").allTextContents();
    expect(names.slice(0, 3)).toEqual([
      "United Nations",
      "North Atlantic Treaty Organization",
      "Council of Europe",
    ]);
    const { items } = await explorer.service().get("/v1/memberships?party=FRA");
    const told = new Set(items.map((row: { coalition: { name: string } }) => row.coalition.name));
    expect(new Set(names)).toEqual(told);
  });

  it("draws suspensions, and has the facts of the bars in a table", async () => {
    const page = await explorer.open("/parties/SYR");
    await drawn(page);
    await page.getByText("The memberships as a table").press("Enter");
    const table = page.getByRole("region", { name: "The memberships as a table" });
    const rows = await table.getByRole("row").allTextContents();
    expect(rows).toHaveLength(11);
    expect(await bar(page, "Arab League").textContent()).toContain("suspended 2011–2023");
    expect(await bar(page, "Arab League").locator(".bar-suspended rect[fill$='-suspended)']").count()).toBe(
      2,
    );
    const suspended = rows.find((row) => row.startsWith("Arab League") && row.includes("suspended"));
    expect(suspended).toContain("12 November 2011");
    expect(suspended).toContain("7 May 2023");
    expect(suspended).toContain("reinstatement");
  });

  it("follows the day without a request", async () => {
    const page = await explorer.open("/parties/SYR?on=2011-11-11");
    await drawn(page);
    const league = page.locator(".day-list li", { hasText: "Arab League" });
    expect(await league.textContent()).toContain("Member since about October 1961");
    expect(await league.getAttribute("data-standing")).toBe("active");
    const line = () =>
      page.evaluate<number>("document.querySelector('.bars-day').getBoundingClientRect().left");
    const before = await line();
    const asked = await askedDuring(page, async () => {
      await page.getByRole("slider", { name: "Day" }).press("ArrowRight");
      await page.getByRole("heading", { name: "On 12 November 2011" }).waitFor();
      await expect.poll(() => league.textContent()).toContain("suspended since 12 November 2011");
      await dragTo(page, "2015-01-01");
      const both = "suspended in the Arab League and the Organisation of Islamic Cooperation";
      await page.getByText(both).first().waitFor();
      await dragTo(page, "2026-11-22");
    });
    expect(asked).toEqual([]);
    await expect.poll(line).toBeGreaterThan(before + 50);
    await page.getByText("On 22 November 2026 Syria is in 4 coalitions.").first().waitFor();
    expect(await league.getAttribute("data-standing")).toBe("active");
  });

  it("filters by role and kind, in the address", async () => {
    const page = await explorer.open("/parties/CAF");
    await drawn(page);
    await page.getByLabel("Role").selectOption("observer");
    await expect
      .poll(() => page.locator(".bar-label a").allTextContents())
      .toEqual(["Organisation of Islamic Cooperation"]);
    expect(await where(page)).toBe("/parties/CAF?role=observer");
    await page.getByLabel("Role").selectOption("any");
    await page.getByLabel("Kind of coalition").selectOption("court");
    await expect
      .poll(() => page.locator(".bar-label a").allTextContents())
      .toEqual(["International Criminal Court"]);
    await expect.poll(() => page.locator(".day-list li").count()).toBe(1);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator(".bar-label a").count()).toBe(1);
  });

  it("draws what is not certain as such, and lists it apart", async () => {
    const page = await explorer.open("/parties/SAU?on=2024-06-01");
    await drawn(page);
    const brics = bar(page, "BRICS").locator("rect");
    expect(await brics.count()).toBe(1);
    expect(await brics.getAttribute("fill")).toMatch(/-maybe-member\)$/);
    expect(await page.locator(".day-list [data-certainty='possible']").allTextContents()).toEqual([
      expect.stringContaining("BRICS"),
    ]);
    await page.getByRole("heading", { name: "Possible on that day" }).waitFor();
  });

  it("tells what is declared and yet to come", async () => {
    const page = await explorer.open("/parties/GBR?on=2018-01-01");
    await drawn(page);
    const pending = page.locator(".pending");
    expect(await pending.textContent()).toContain("declared 29 March 2017, effective 1 February 2020");
    await pending.getByRole("link").click();
    await page
      .getByRole("heading", { level: 1, name: "The United Kingdom left the European Union" })
      .waitFor();
  });

  it("leads to the coalition and to the declarations, on the same day", async () => {
    const page = await explorer.open("/parties/SYR?on=2025-11-12&known=5");
    await drawn(page);
    const daesh = page.locator(".day-list li", { hasText: "against Daesh" });
    expect(await daesh.textContent()).toContain("90th to join");
    const hrefs = await daesh
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(hrefs).toEqual([
      "/coalitions/global-coalition-against-daesh?on=2025-11-12&known=5",
      "/declarations/sktypyzznz3eljqz?on=2025-11-12&known=5",
    ]);
  });

  it("says what the ledger said when it is turned back", async () => {
    const page = await explorer.open("/parties/SYR?on=2025-11-12&known=2");
    await drawn(page);
    expect(await bar(page, "against Daesh").count()).toBe(0);
    await page.getByRole("link", { name: "Show what it says now" }).click();
    await bar(page, "against Daesh").waitFor();
    expect(await page.locator(".day-list").textContent()).toContain("Global Coalition against Daesh");
  });

  it("shows a former state with its lifetime and what came after", async () => {
    const page = await explorer.open("/parties/SUHH");
    await heading(page).waitFor();
    await fact(page, "Lifetime").getByText("From 30 December 1922 until 26 December 1991").waitFor();
    await fact(page, "After it").getByRole("link", { name: "Russia" }).waitFor();
    expect(await fact(page, "After it").getByRole("link").count()).toBe(12);
    await page.getByText("the Soviet Union was no more: it ended on 26 December 1991").first().waitFor();
    await fact(page, "Lifetime").getByRole("link", { name: "Its last day" }).click();
    await page.getByRole("heading", { name: "On 25 December 1991" }).waitFor();
    await fact(page, "After it").getByRole("link", { name: "Russia" }).click();
    await expect.poll(() => heading(page).textContent()).toBe("Russia");
  });

  it("shows a party that nobody names", async () => {
    const page = await explorer.open("/parties/x-global-coalition-87th", { width: 390 });
    await drawn(page);
    await page.getByText("no source that was found names it").waitFor();
    expect(await page.locator(".day-list li").textContent()).toContain("Member since some day between");
    expect(await page.locator(".bar rect[fill*='-maybe-member']").count()).toBeGreaterThan(0);
  });

  it("shows a coalition as a party of others", async () => {
    const page = await explorer.open("/parties/eu");
    await drawn(page);
    await expect.poll(() => page.locator(".day-list li").count()).toBe(4);
    expect(await fact(page, "Former names").textContent()).toContain(
      "European Economic Community until 1 November 1993",
    );
    await page.getByRole("link", { name: "Its own members" }).click();
    await expect.poll(() => where(page)).toBe("/coalitions/eu");
  });

  it("says what may be meant where there is no such party", async () => {
    const page = await explorer.open("/parties/Syra", { expects: /status of 40[04]/ });
    await page.getByRole("heading", { level: 1, name: "No party “Syra”" }).waitFor();
    await page.getByRole("link", { name: "SYR" }).click();
    await expect.poll(() => heading(page).textContent()).toBe("Syria");
    const several = await explorer.open("/parties/CS", { expects: /status of 409/ });
    await several.getByRole("heading", { level: 1, name: "“CS” has meant several" }).waitFor();
    await several.getByRole("link", { name: "CSXX" }).click();
    await expect.poll(() => heading(several).textContent()).toBe("Serbia and Montenegro");
  });

  it("has room for many memberships on a phone", async () => {
    const page = await explorer.open("/compare", { width: 390 });
    await page.getByText("newest").waitFor();
    const { items, ...list } = await explorer.service().get("/v1/memberships?party=GBR");
    const many = Array.from({ length: 5 }, (_, copy) =>
      items.map((row: { coalition: { id: string; name: string } }) => ({
        ...row,
        coalition: { id: `${row.coalition.id}-${copy}`, name: `${row.coalition.name} ${copy}` },
      })),
    ).flat();
    await page.route("**/v1/memberships**", (route) => route.fulfill({ json: { ...list, items: many } }));
    await page.evaluate(
      'history.pushState(null, "", "/parties/GBR"); dispatchEvent(new PopStateEvent("popstate"))',
    );
    await drawn(page);
    const boxes = await page.evaluate<[number, number][]>(
      "[...document.querySelectorAll('.bar-label, .bar-rows .bar')].map((each) => each.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])",
    );
    expect(boxes).toHaveLength(2 * many.length);
    for (const [index, [, bottom]] of boxes.entries()) {
      expect(boxes[index + 1]?.[0] ?? bottom).toBeGreaterThanOrEqual(bottom);
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, "a-party-of-many-390-light");
  });

  it("leads to its data, each of which answers", async () => {
    const page = await explorer.open("/parties/fr?on=2020-01-01&known=3&role=member");
    await drawn(page);
    await expect.poll(() => page.locator(".data-links a").count()).toBe(7);
    const links = await page
      .locator(".data-links a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const link of links) expect(await explorer.service().statusOf(link ?? ""), link ?? "").toBe(200);
  });
});
