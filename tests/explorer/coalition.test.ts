/** The page of a coalition: the map, the curve and the roster follow the day, and each can be had without a mouse. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { dayInWords } from "../../src/explorer/words/dates.ts";
import { parameter, where } from "./address-bar.ts";
import { inChromium } from "./browser.ts";
import { askedDuring, dragTo } from "./dragging.ts";
import { looksWell } from "./looks.ts";

const stateOf = (page: Page, id: string) =>
  page.locator(`.map-frame [data-id="${id}"]`).first().getAttribute("data-state");
const size = (page: Page, words: string) =>
  page.locator(".coalition-head .size", { hasText: words }).waitFor();
const names = (page: Page) => page.locator(".roster tbody th a").allTextContents();

async function drawn(page: Page): Promise<void> {
  await page.locator(".map-frame [data-state]").first().waitFor({ state: "attached" });
  await page.locator(".claims").waitFor({ state: "attached" });
}

inChromium("the page of a coalition", (explorer) => {
  looksWell(explorer, "coalition", "/coalitions/arab-league?on=2012-06-01", drawn);

  it("says what it is, how many are in, and how much of it is held", async () => {
    const page = await explorer.open("/coalitions/brics");
    await drawn(page);
    const head = await page.locator(".coalition-head").textContent();
    expect(head).toMatch(/Forum.*BRICS.*10 members, 1 possible on 22 November 2026/);
    expect(head).toContain("The roster is complete.");
    await expect.poll(() => page.title()).toBe("BRICS · Accession");
  });

  it("leads to its own memberships where it has any", async () => {
    const page = await explorer.open("/coalitions/nato");
    await page.getByRole("link", { name: "Its own memberships" }).waitFor();
    const answered = page.waitForResponse(/\/v1\/parties\/brics\/memberships/);
    await page.getByRole("combobox", { name: /^Search/ }).fill("brics");
    await page.getByRole("option", { name: /^BRICS/ }).click();
    await answered;
    await drawn(page);
    expect(await page.getByRole("link", { name: "Its own memberships" }).count()).toBe(0);
  });

  it("says what may be meant where there is no such coalition", async () => {
    const page = await explorer.open("/coalitions/united-nations?on=1991-10-01", {
      expects: /status of 40[04]/,
    });
    await page.getByRole("heading", { level: 1, name: "No coalition “united-nations”" }).waitFor();
    await page.getByRole("link", { name: "un", exact: true }).click();
    await drawn(page);
    await size(page, "166 members on 1 October 1991");
    await page.getByRole("link", { name: "Its own memberships" }).click();
    await expect.poll(() => where(page)).toBe("/parties/un?on=1991-10-01");
  });

  it("colours the map by how each country stands, and says it in words", async () => {
    const page = await explorer.open("/coalitions/arab-league?on=2012-06-01");
    await drawn(page);
    const states = await Promise.all(["EGY", "SYR", "IND", "FRA", "COM"].map((id) => stateOf(page, id)));
    expect(states).toEqual(["certain", "suspended", "observer", "out", "certain"]);
    const legend = await page.locator(".map .legend li").allTextContents();
    expect(legend).toEqual(["Member", "Suspended member", "Observer", "Not in"]);
    await page.locator('.map-frame path[data-id="LBY"]').hover();
    await expect
      .poll(() => page.locator(".map .tip").textContent())
      .toBe("Libya: member since 28 March 1953");
  });

  it("tells the possible and the partners apart", async () => {
    const page = await explorer.open("/coalitions/brics");
    await drawn(page);
    expect([await stateOf(page, "SAU"), await stateOf(page, "KAZ")]).toEqual(["possible", "associate"]);
  });

  it("has whom the service has on its roster, on each day that is dragged to", async () => {
    const page = await explorer.open("/coalitions/un?on=1946-01-01");
    await drawn(page);
    for (const day of ["1961-06-01", "1991-10-01", "2026-11-22"]) {
      await dragTo(page, day);
      const { items } = await explorer.service().get(`/v1/coalitions/un/members?on=${day}`);
      const ids: string[] = items.map(({ party }: { party: { id: string } }) => party.id);
      const onMap = await page
        .locator('.map-frame [data-state="certain"]')
        .evaluateAll((found) => found.map((each) => each.getAttribute("data-id") ?? ""));
      const aside = await page
        .locator(".off-the-map a")
        .evaluateAll((found) => found.map((each) => each.getAttribute("href")?.match(/\w+(?=\?|$)/)?.[0]));
      expect(onMap.filter((id) => !ids.includes(id))).toEqual([]);
      expect(ids.filter((id) => !onMap.includes(id) && !aside.includes(id))).toEqual([]);
      expect(await names(page)).toHaveLength(ids.length);
    }
  });

  it("lists beside the map whom no map can show, former states as such", async () => {
    const page = await explorer.open("/coalitions/un?on=1980-01-01");
    await drawn(page);
    const former = page.locator(".off-the-map div", {
      hasText: "Former states: no border of today to draw",
    });
    expect(await former.locator("li").allTextContents()).toContain("Czechoslovakia");
    await page.goto(`${explorer.address()}/coalitions/global-coalition-against-daesh`);
    await drawn(page);
    const beside = await page.locator(".off-the-map").textContent();
    expect(beside).toContain("North Atlantic Treaty Organization");
    expect(beside).toContain("Unidentified 87th member");
  });

  it("does not take a body without a roster for a body without members", async () => {
    const page = await explorer.open("/coalitions/interpol");
    await page.locator('.map-frame [data-state="no-data"]').first().waitFor({ state: "attached" });
    expect(await page.locator(".coalition-head .coverage").textContent()).toContain("No roster is held here");
    expect(await page.locator(".map-frame").getAttribute("aria-label")).toContain("No roster of");
    expect(await page.locator(".roster, .curve, .size").count()).toBe(0);
    // No day is another, so there is none to choose.
    await page.getByRole("slider", { name: "As known on" }).waitFor();
    expect(await page.getByRole("slider", { name: "Day" }).count()).toBe(0);
  });

  it("asks nothing while the day is dragged, on the slider or on the curve", async () => {
    const page = await explorer.open("/coalitions/nato");
    await drawn(page);
    const asked = await askedDuring(page, async () => {
      await dragTo(page, "1960-01-01");
      const curve = page.locator(".curve-frame");
      await curve.scrollIntoViewIfNeeded();
      const frame = await curve.boundingBox();
      if (frame === null) throw new Error("There is no curve");
      await page.mouse.move(frame.x + frame.width - 20, frame.y + 100);
      await page.mouse.down();
      await page.mouse.move(frame.x + frame.width / 2, frame.y + 100, { steps: 20 });
      await page.mouse.up();
    });
    expect(asked).toEqual([]);
    // The middle of its life, from 1949 to 2026; the page too has what the address says.
    await expect.poll(() => parameter(page, "on")).toMatch(/^198[6-8]-/);
    await size(page, `16 members on ${dayInWords((await parameter(page, "on")) ?? "")}`);
    await page.goBack();
    await size(page, "15 members on 1 January 1960");
    expect(await where(page)).toBe("/coalitions/nato?on=1960-01-01");
  });

  it("marks changes and published totals on the curve, and has both as tables", async () => {
    const page = await explorer.open("/coalitions/arab-league");
    await drawn(page);
    const { items } = await explorer.service().get("/v1/coalitions/arab-league/claims");
    // Some count only active members: they stand in the table alone.
    const totals = items.filter(
      (claim: { total?: number; standing?: string }) =>
        claim.total !== undefined && claim.standing === undefined,
    );
    expect(totals.length).toBeGreaterThan(3);
    await expect.poll(() => page.locator(".curve-frame .curve-total").count()).toBe(totals.length);
    expect(await page.locator(".claims tbody tr").count()).toBe(items.length);
    expect(await page.locator(".curve-frame .curve-mark").count()).toBeGreaterThan(15);
    await page.getByText("The curve as a table").click();
    const rows = await page.locator(".curve-section .behind tbody tr").allTextContents();
    expect(rows.find((row) => row.startsWith("22 May 1990"))).toMatch(/South Yemen was succeeded/);
  });

  it("sorts and filters the roster, and keeps both in the address", async () => {
    const page = await explorer.open("/coalitions/nato");
    await drawn(page);
    await page.getByRole("button", { name: "Since" }).click();
    await page.getByRole("button", { name: "Since" }).click();
    await expect.poll(async () => (await names(page))[0]).toBe("Sweden");
    expect(await page.locator('.roster th[aria-sort="descending"]').textContent()).toContain("Since");
    expect(await where(page)).toBe("/coalitions/nato?sort=from&order=down");
    await page.getByRole("searchbox", { name: "Name" }).fill("tur");
    await expect.poll(() => names(page)).toEqual(["Türkiye"]);
    expect(await parameter(page, "q")).toBe("tur");
    await page.getByRole("searchbox", { name: "Name" }).fill("nobody");
    await page.locator(".roster").getByText("0 members of 32 on the roster").waitFor();
    await page.goto(`${explorer.address()}/coalitions/arab-league?on=2012-06-01`);
    await page.getByLabel("Standing").selectOption("suspended");
    await expect.poll(() => names(page)).toEqual(["Syria"]);
    await page.getByLabel("Standing").selectOption("any");
    await page.getByLabel("Role").selectOption("observer");
    await expect.poll(() => names(page)).toEqual(["Brazil", "Eritrea", "India", "Venezuela"]);
  });

  it("tells places as far as they are known, and dates in words", async () => {
    const page = await explorer.open("/coalitions/global-coalition-against-daesh?q=syria");
    await drawn(page);
    const cells = await page.locator(".roster tbody tr").locator("th, td").allTextContents();
    expect(cells.slice(0, 4)).toEqual(["90", "Syria ", "Member", "10 or 11 November 2025"]);
    expect(cells[4]).toContain("90 the ledger agrees, by order");
    await page.goto(`${explorer.address()}/coalitions/un?q=armenia`);
    await drawn(page);
    expect(await page.locator(".roster tbody .ordinal").textContent()).toBe("between 170 and 178");
  });

  it("has no column for claimed places where no source claims any", async () => {
    const claimed = (page: Page) => page.getByText("Claimed place").isVisible();
    const page = await explorer.open("/coalitions/nato");
    await drawn(page);
    expect(await claimed(page)).toBe(true);
    await page.goto(`${explorer.address()}/coalitions/arab-league`);
    await drawn(page);
    expect(await claimed(page)).toBe(false);
  });

  it("has room for the roster and the claims on a phone", async () => {
    const page = await explorer.open("/coalitions/arab-league?on=2012-06-01", { width: 390 });
    await drawn(page);
    const inner = (selector: string) =>
      page.evaluate<[number, number]>(
        `(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector("${selector}"))`,
      );
    const [wide, room] = await inner(".claims .scrolls");
    expect(wide).toBeLessThanOrEqual(room);
    const syria = page.locator(".roster tbody tr", { hasText: "Syria" });
    const since = await syria.locator("td", { hasText: "about October 1961" }).boundingBox();
    // It stood in a column of a word's width, seven lines high.
    expect(since?.width).toBeGreaterThan(390 / 2 - 40);
    const row = await page.locator(".roster tbody tr", { hasText: "Bahrain" }).boundingBox();
    const place = await page
      .locator(".roster tbody tr", { hasText: "Bahrain" })
      .locator(".ordinal")
      .boundingBox();
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(
      (row?.x ?? 0) + (row?.width ?? 0) + 0.5,
    );
  });

  it("tells what changed between two days, with the declarations", async () => {
    const page = await explorer.open(
      "/coalitions/global-coalition-against-daesh?from=2025-11-01&to=2025-12-01",
    );
    const joined = page.locator(".changes-between section", { hasText: "Joined" });
    await joined.getByRole("link", { name: "Syria" }).waitFor();
    const syria = joined.locator("li", { hasText: "Syria" });
    expect(await syria.textContent()).toContain("10 or 11 November 2025");
    expect(await syria.getByRole("link", { name: "declaration" }).getAttribute("href")).toMatch(
      /^\/declarations\/\w+$/,
    );
    await page.locator(".changes-between").getByLabel("From").fill("2025-11-20");
    await page.getByText("Nothing changed from 20 November 2025").waitFor();
    expect(await parameter(page, "from")).toBe("2025-11-20");
  });

  it("leads from the map to a country with the keys alone, or past the map to the roster", async () => {
    const page = await explorer.open("/coalitions/nato");
    await drawn(page);
    await page.getByRole("button", { name: "Oceania" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    const told = page.locator(".map [aria-live]");
    await expect.poll(() => told.textContent()).toBe("Albania: member since 1 April 2009");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => told.textContent()).toMatch(/^(?!Albania).+: /);
    await page.keyboard.press("Escape");
    await expect.poll(() => told.textContent()).toBe("");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/parties\/ALB$/);
    await page.goBack();
    await drawn(page);
    await page.getByRole("link", { name: "Skip the map to the roster" }).press("Enter");
    await page.locator("#roster:focus").waitFor();
  });
});
