/** Home: what a visitor meets first. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { where } from "./address-bar.ts";
import { inChromium } from "./browser.ts";
import { looksWell } from "./looks.ts";

const drawn = (page: Page) => page.locator(".card .sparkline").first().waitFor();

/** What the cards say, by the address that they lead to. */
function cards(page: Page): Promise<[id: string, size: string][]> {
  return page.evaluate<[string, string][]>(
    `[...document.querySelectorAll(".card")].map((card) => [
      card.querySelector("a").pathname.split("/").at(-1),
      card.querySelector(".size").textContent,
    ])`,
  );
}

inChromium("home", (explorer) => {
  looksWell(explorer, "home", "/", drawn);
  looksWell(explorer, "home of the past", "/?on=1995-06-01&known=2", drawn);

  it.each(["2026-11-22", "2025-11-10", "1990-01-01", "1946-01-01"])(
    "has for every coalition the number that the service gives on %s",
    async (on) => {
      const page = await explorer.open(`/?on=${on}`);
      await drawn(page);
      const { items } = await explorer.service().get(`/v1/coalitions?on=${on}`);
      const shown = new Map(await cards(page));
      expect(shown.size).toBe(items.length);
      for (const { id, memberCount } of items) {
        if (memberCount === null) expect(shown.get(id), id).toContain("not held");
        else if (memberCount.possible === 0) expect(shown.get(id), id).not.toContain("possibly");
        else expect(shown.get(id), id).toContain(`possibly ${memberCount.possible} more`);
        if (memberCount !== null)
          expect(shown.get(id), id).toMatch(new RegExp(`^${memberCount.certain} member`));
      }
    },
  );

  it("counts anew while the day is dragged, and asks nothing", async () => {
    const page = await explorer.open("/?on=2025-11-09");
    await drawn(page);
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/v1/")) asked.push(pathname);
    });
    const daesh = page.locator(".card", { hasText: "against Daesh" }).locator(".size");
    const day = page.getByRole("slider", { name: "Day" });
    await day.focus();
    for (const expected of [/^89 members and possibly 1 more/, /^90 members(?! and)/]) {
      await day.press("ArrowRight");
      await expect.poll(() => daesh.textContent()).toMatch(expected);
    }
    expect(asked.filter((path) => path !== "/v1/declarations")).toEqual([]);
  });

  it("shows one kind, and that is an address", async () => {
    const page = await explorer.open("/?on=2020-01-01");
    await page.getByRole("link", { name: /^Military coalition/ }).click();
    await expect.poll(() => where(page)).toBe("/?kind=military-coalition&on=2020-01-01");
    const { items } = await explorer.service().get("/v1/coalitions?kind=military-coalition");
    await expect.poll(() => page.locator(".card").count()).toBe(items.length);
  });

  it("has the latest changes first, each with who says so", async () => {
    const page = await explorer.open("/?on=2025-11-12");
    const changes = page.locator(".changes li");
    await changes.first().waitFor();
    const syria = changes.filter({ hasText: "Syria joined Global Coalition against Daesh" });
    expect(await syria.locator(".when").textContent()).toBe("10 or 11 November 2025");
    const { items } = await explorer
      .service()
      .get("/v1/declarations?from=2023-11-12&to=2025-11-13&state=in-force");
    const begun = items.filter(
      (each: { effective: { earliest: string } }) => each.effective.earliest <= "2025-11-12",
    );
    const latest = begun.sort((a: Dated, b: Dated) =>
      a.effective.earliest < b.effective.earliest ? 1 : -1,
    )[0];
    expect(await changes.first().locator(".source").getAttribute("href")).toBe(
      `/declarations/${latest.id}?on=2025-11-12`,
    );
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => changes.count()).toBeGreaterThan(12);
    await syria.getByRole("link", { name: /^Who says so/ }).click();
    await expect.poll(() => where(page)).toMatch(/^\/declarations\/\w+\?on=2025-11-12$/);
  });

  it("keeps few changes above the coalitions on a narrow screen, and shows the others when asked", async () => {
    const page = await explorer.open("/?on=1952-06-01", { width: 768 });
    const shown = page.locator(".changes li").filter({ visible: true });
    await shown.first().waitFor();
    expect(await shown.count()).toBe(4);
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => shown.count()).toBe(7);
    const wide = await explorer.open("/?on=1952-06-01");
    await wide.locator(".changes li").first().waitFor();
    expect(await wide.locator(".changes li").filter({ visible: true }).count()).toBe(7);
    expect(await wide.getByRole("button", { name: "Show more" }).isVisible()).toBe(false);
  });

  it("says when nothing is declared for years", async () => {
    const page = await explorer.open("/?on=1900-01-01");
    await page.getByText("Nothing is declared for the two years before 1 January 1900.").waitFor();
  });
});

interface Dated {
  readonly effective: { readonly earliest: string };
}
