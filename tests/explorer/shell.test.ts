/** What stands around every page: the two times, the search, the themes, the data, and what went wrong. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { parameter, where } from "./address-bar.ts";
import { inChromium } from "./browser.ts";
import { looksWell, violations } from "./looks.ts";

const NEWEST = /As known on 1 October 2026, newest/;
const ready = (page: Page) => page.getByText(NEWEST).waitFor();
const shows = (page: Page, day: string) =>
  page.locator(".day-picker summary", { hasText: new RegExp(`^Day: ${day}$`) }).waitFor();
const daySlider = (page: Page) => page.getByRole("slider", { name: "Day" });
const knownSlider = (page: Page) => page.getByRole("slider", { name: "As known on" });

inChromium("the shell", (explorer) => {
  looksWell(explorer, "a wrong address", "/?on=2001-02-30&known=x", (page) =>
    page.getByRole("heading").waitFor(),
  );

  it.each([
    ["/?on=2001-02-30", "on=2001-02-30", "2001-02 has 28 days", "/"],
    [
      "/coalitions/nato?role=members&on=2020-01-01",
      "role=members",
      "observer",
      "/coalitions/nato?on=2020-01-01",
    ],
  ])("%s is told to be wrong, with a way on", async (path, part, detail, repaired) => {
    const page = await explorer.open(path);
    await page.getByRole("heading", { name: "This address cannot be shown" }).waitFor();
    const told = await page.getByRole("main").textContent();
    expect(told).toContain(part);
    expect(told).toContain(detail);
    await page.getByRole("link", { name: "Show the page without it" }).click();
    await expect.poll(() => where(page)).toBe(repaired);
    await ready(page);
  });

  it("tells a reader that there is no such page, with a way on", async () => {
    const page = await explorer.open("/coalition/nato", { expects: /status of 404/ });
    await page.getByText("/coalition/nato There is no such page.").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("combobox", { name: /^Search/ }).waitFor();
    await page.getByRole("link", { name: "Go to all coalitions" }).click();
    await ready(page);
    expect(await where(page)).toBe("/");
  });

  it("gives the day most of the width, whatever stands beside it", async () => {
    const page = await explorer.open("/");
    await ready(page);
    const widthOf = async () => (await daySlider(page).boundingBox())?.width ?? 0;
    const before = await widthOf();
    expect(before).toBeGreaterThan(1440 / 2);
    await daySlider(page).press("PageDown");
    await page.getByRole("button", { name: "Today" }).waitFor();
    expect(await widthOf()).toBe(before);
  });

  it("says what of an address it left out", async () => {
    const page = await explorer.open("/?utm_source=mail");
    await page.getByText("does not know: utm_source").waitFor();
  });

  it("tells the day in words, to the ear too", async () => {
    const page = await explorer.open("/?on=2025-11-10");
    await shows(page, "10 November 2025");
    expect(await daySlider(page).getAttribute("aria-valuetext")).toBe("10 November 2025");
  });

  it("takes any day that is typed, also outside the slider", async () => {
    const page = await explorer.open("/");
    await page.locator(".day-picker summary").click();
    await page.getByLabel("Another day").fill("1914-07-28");
    await shows(page, "28 July 1914");
    await expect.poll(() => where(page)).toBe("/?on=1914-07-28");
    await page.getByRole("button", { name: "Today" }).click();
    await expect.poll(() => where(page)).toBe("/");
  });

  it("steps from change to change", async () => {
    const page = await explorer.open("/?on=2025-11-09");
    await page.locator(".card .sparkline").first().waitFor();
    await page.getByRole("button", { name: "Next change" }).click();
    await expect.poll(() => where(page)).toBe("/?on=2025-11-10");
    await page.getByRole("button", { name: "Next change" }).click();
    await expect.poll(() => where(page)).toBe("/?on=2025-11-11");
    await page.getByRole("button", { name: "Previous change" }).click();
    await expect.poll(() => where(page)).toBe("/?on=2025-11-10");
  });

  it("plays the days, and stops when told", async () => {
    const page = await explorer.open("/?on=1990-01-01");
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(async () => (await parameter(page, "on")) ?? "").toMatch(/^(?!1990)\d{4}-/);
    await page.getByRole("button", { name: "Pause" }).click();
    const stopped = await daySlider(page).inputValue();
    await page.getByRole("button", { name: "Play" }).waitFor();
    expect(await daySlider(page).inputValue()).toBe(stopped);
    await page.goBack();
    await shows(page, "1 January 1990");
  });

  it("turns back what is known, and says so", async () => {
    const page = await explorer.open("/?on=2025-11-12");
    const daesh = page.locator(".card", { hasText: "against Daesh" }).locator(".size");
    await expect.poll(() => daesh.textContent()).toMatch(/^90 /);
    expect(await knownSlider(page).getAttribute("aria-valuetext")).toBe("1 October 2026: revision 28 of 28");
    await knownSlider(page).focus();
    await knownSlider(page).press("Home");
    await knownSlider(page).press("ArrowRight");
    await page
      .getByText("This is what the ledger said at revision 2, recorded on 6 November 2025.")
      .waitFor();
    await expect.poll(() => where(page)).toBe("/?on=2025-11-12&known=2");
    await expect.poll(() => daesh.textContent()).toMatch(/^89 /);
    await page.getByRole("link", { name: "Show what it says now" }).click();
    await expect.poll(() => daesh.textContent()).toMatch(/^90 /);
    await ready(page);
  });

  it("shows as outdated what is not yet of the state asked", async () => {
    const page = await explorer.open("/?on=2025-11-12");
    await page.locator(".card .sparkline").first().waitFor();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/v1/memberships**", async (route) => {
      await held;
      await route.continue();
    });
    await knownSlider(page).press("Home");
    await page.locator("main[aria-busy=true]").waitFor();
    letGo();
    await page.locator("main[aria-busy=false]").waitFor();
    const daesh = page.locator(".card", { hasText: "against Daesh" }).locator(".size");
    await expect.poll(() => daesh.textContent()).toMatch(/^89 /);
  });

  it("takes an instant for what was known", async () => {
    const page = await explorer.open("/?known=2025-11-10T23:59:59Z");
    await page
      .getByText("said on 10 November 2025, 23:59 UTC at revision 2, recorded on 6 November 2025")
      .waitFor();
  });

  it("leads to the data of the view, each of which answers", async () => {
    const page = await explorer.open("/?on=2020-01-01&known=3");
    await page.locator(".changes li").first().waitFor();
    await expect.poll(() => page.locator(".data-links a").count()).toBe(6);
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.data-links a')].map((link) => link.getAttribute('href'))",
    );
    for (const link of links) expect(await explorer.service().statusOf(link), link).toBe(200);
    const commands = await page.locator(".data-links code").allTextContents();
    expect(commands[0]).toBe(`curl '${explorer.address()}/v1/coalitions?on=2020-01-01&known=3'`);
  });

  it("keeps the theme that was chosen", async () => {
    const page = await explorer.open("/compare", { theme: "light" });
    const paper = () => page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");
    const light = await paper();
    await page.getByRole("button", { name: "Use the dark theme" }).click();
    await expect.poll(paper).not.toBe(light);
    const dark = await paper();
    await page.reload();
    await page.getByRole("button", { name: "Use the light theme" }).waitFor();
    expect(await paper()).toBe(dark);
  });

  it("lets the keyboard skip to the content", async () => {
    const page = await explorer.open("/compare");
    await ready(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#content:focus").waitFor();
  });

  describe("the search", () => {
    it("finds by a former name, and goes there by the keyboard", async () => {
      const page = await explorer.open("/?on=2000-01-01");
      const search = page.getByRole("combobox");
      await search.fill("swazil");
      await page.getByRole("option", { name: /Eswatini.*formerly Swaziland/ }).waitFor();
      await search.press("ArrowDown");
      const active = await search.getAttribute("aria-activedescendant");
      expect(await page.locator(`[id="${active}"]`).getAttribute("aria-selected")).toBe("true");
      await search.press("Enter");
      await expect.poll(() => where(page)).toBe("/parties/SWZ?on=2000-01-01");
    });

    it("leads coalitions to their page, by the mouse", async () => {
      const page = await explorer.open("/compare");
      await page.getByRole("combobox").fill("otan");
      await page.getByRole("option", { name: /North Atlantic/ }).click();
      await expect.poll(() => where(page)).toBe("/coalitions/nato");
    });

    it("closes by Escape, and says when there is nothing", async () => {
      const page = await explorer.open("/");
      await page.getByRole("combobox").fill("qqqqqqqq");
      await page.getByText("Nothing bears a name like").waitFor();
      await page.getByRole("combobox").press("Escape");
      await page.getByText("Nothing bears a name like").waitFor({ state: "hidden" });
    });
  });
});
