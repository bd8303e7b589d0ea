/** The page of a declaration: what was declared, who says so, and what became of it. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { parameter, where } from "./address-bar.ts";
import { inChromium } from "./browser.ts";
import { looksWell, overflow, violations } from "./looks.ts";

const SYRIA = "/declarations/sktypyzznz3eljqz";

const drawn = async (page: Page) => {
  await page.locator(".history li", { hasText: "“" }).first().waitFor();
  await page.locator(".says .aside").first().waitFor();
};
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const state = (page: Page) => page.locator(".state");
const fact = (page: Page, term: string) =>
  page
    .locator(".facts > div", { has: page.locator("dt", { hasText: new RegExp(`^${term}$`) }) })
    .locator("dd");

inChromium("the page of a declaration", (explorer) => {
  looksWell(explorer, "a declaration of Syria", SYRIA, drawn);

  it("says what was declared, when, by whom it is told, and leads to that day", async () => {
    const page = await explorer.open(SYRIA);
    await drawn(page);
    const sentence = "Syria joined the Global Coalition against Daesh as a member";
    expect(await heading(page).textContent()).toBe(sentence);
    await expect.poll(() => page.title()).toBe(`${sentence} · Accession`);
    expect(await state(page).textContent()).toContain("In force.");
    expect(await fact(page, "Declared").textContent()).toBe("10 November 2025");
    expect(await fact(page, "Effective").textContent()).toBe(
      "10 or 11 November 2025at the earliest 10 November 2025, at the latest 11 November 2025 (2025-11-10/2025-11-11)",
    );
    expect(await fact(page, "Scope").textContent()).toBe("political");
    expect(await fact(page, "Confidence").textContent()).toBe("high");

    const [first, second] = await page.locator(".sources li").all();
    expect(await first?.textContent()).toContain(
      "Al Jazeera, in Overview Press · published 11 November 2025",
    );
    expect(await first?.textContent()).toContain("It says: the 90th to join. the ledger agrees: 90th");
    expect(await second?.textContent()).toContain("not read for this ledger");
    const link = first?.getByRole("link");
    expect(await link?.getAttribute("href")).toMatch(/^https:\/\/overviewpress\.com\//);
    expect(await link?.getAttribute("rel")).toBe("external noopener noreferrer");
    await page.getByText("A source was not read for this ledger").waitFor();

    const links = fact(page, "See it").getByRole("link");
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
      "/parties/SYR?on=2025-11-11",
      "/coalitions/global-coalition-against-daesh?on=2025-11-11",
      "/coalitions/global-coalition-against-daesh?on=2025-11-09",
    ]);
  });

  it("was not there before it was recorded, and says when that was", async () => {
    const page = await explorer.open(`${SYRIA}?known=2`, { expects: /status of 404/ });
    await page.getByText("It was recorded later, on 11 November 2025").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("link", { name: "Show it as it was then, in revision 3" }).click();
    await page.getByRole("heading", { level: 1, name: /^Syria joined/ }).waitFor();
    await expect.poll(() => parameter(page, "known")).toBe("3");
    await page.getByText("This is what the ledger said at revision 3").waitFor();
  });

  it("says of a notice that it was taken back, by which, and the other way", async () => {
    const { items } = await explorer.service().get("/v1/declarations?party=HUN&act=withdraw");
    const page = await explorer.open(`/declarations/${items[0].id}`);
    await page
      .getByRole("heading", { level: 1, name: "Hungary was to leave the International Criminal Court" })
      .waitFor();
    expect(await state(page).textContent()).toContain("Rescinded.");
    await state(page).getByRole("link").click();
    const back = "Hungary took back its withdrawal from the International Criminal Court";
    await page.getByRole("heading", { level: 1, name: back }).waitFor();
    await fact(page, "Takes back").getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: /^Hungary was to leave/ }).waitFor();
    // As it was known before it was taken back, it was to come.
    await page.goto(`${explorer.address()}/declarations/${items[0].id}?known=1`);
    await expect.poll(() => state(page).textContent()).toContain("In force.");
  });

  it("tells corrections field by field, and which version stands", async () => {
    const source = { title: "A newspaper", url: "https://example.org/a", accessed: "2026-11-22" };
    const declared = { coalition: "nato", party: "CHE", act: "join", scope: ["political"] };
    const { post } = explorer.service();
    const written = await post("/v1/declarations", {
      message: "Switzerland is told to join",
      declarations: [
        {
          ...declared,
          effective: "2026-11",
          confidence: "low",
          sources: [{ ...source, claims: { ordinal: 34 } }],
        },
      ],
    });
    const [first] = written.declarations;
    const corrected = await post("/v1/declarations", {
      message: "The day is put right",
      declarations: [
        {
          ...declared,
          supersedes: first.id,
          effective: "2026-11-10",
          note: "as deposited",
          sources: [
            { ...source, claims: { ordinal: 33 } },
            { title: "The notice", url: "javascript:alert(1)" },
          ],
        },
      ],
    });
    const [second] = corrected.declarations;

    const page = await explorer.open(`/declarations/${first.id}`);
    await page.locator(".differences").waitFor();
    expect(await state(page).textContent()).toMatch(
      /^Superseded\. Another version took its place on 22 November 2026/,
    );
    expect(await page.locator(".differences > div").allTextContents()).toEqual([
      "Effectivebefore: November 2026 → after: 10 November 2026",
      "Confidencebefore: low → nothing",
      "Notenothing → after: as deposited",
      "Source “A newspaper”, claimed placebefore: 34 → after: 33",
      "Sourcenothing → after: The notice",
    ]);
    const steps = await page.locator(".history > li").allTextContents();
    expect(steps).toHaveLength(2);
    expect(steps[0]).toContain("by curator, in revision 29: “Switzerland is told to join”");
    expect(steps[1]).toContain("by curator, in revision 30: “The day is put right”");
    expect(await violations(page)).toEqual([]);

    await state(page).getByRole("link", { name: "Another version" }).click();
    await expect.poll(() => where(page)).toBe(`/declarations/${second.id}`);
    await expect.poll(() => state(page).textContent()).toContain("In force.");
    expect(await page.locator(".sources li", { hasText: "The notice" }).getByRole("link").count()).toBe(0);
    expect(await fact(page, "Supersedes").getByRole("link").getAttribute("href")).toBe(
      `/declarations/${first.id}`,
    );

    const before = await explorer.open(`/declarations/${first.id}?known=29`);
    await before.locator(".history li").first().waitFor();
    expect(await state(before).textContent()).toContain("In force.");
    expect(await before.locator(".history > li").count()).toBe(1);

    const reason = "It never happened.";
    await post(`/v1/declarations/${second.id}/retraction`, { reason });
    const gone = await explorer.open(`/declarations/${second.id}`, { width: 360, theme: "dark" });
    await gone.locator(".history li", { hasText: "Retracted" }).waitFor();
    expect(await state(gone).textContent()).toContain(
      `Retracted. It was taken out of the ledger on 22 November 2026`,
    );
    expect(await state(gone).textContent()).toContain(reason);
    expect(await overflow(gone)).toBeLessThanOrEqual(0);
  });

  it("says so where there is none", async () => {
    const page = await explorer.open("/declarations/nothing", { expects: /status of 404/ });
    await page.getByRole("heading", { level: 1, name: "No declaration “nothing”" }).waitFor();
    expect(await page.getByRole("alert").textContent()).toContain('There is no declaration "nothing"');
    expect(await violations(page)).toEqual([]);
  });

  it("can be tried again where no answer came", async () => {
    const page = await explorer.open("/compare", { expects: /ERR_FAILED/ });
    await page.getByText("newest").waitFor();
    await page.route("**/v1/declarations/**", (route) => route.abort());
    await page.evaluate(
      `history.pushState(null, "", "${SYRIA}"); dispatchEvent(new PopStateEvent("popstate"))`,
    );
    await page.getByText("The service cannot be reached").waitFor();
    await page.unroute("**/v1/declarations/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { level: 1, name: /^Syria joined/ }).waitFor();
  });
});
