/** The story of Syria and the Global Coalition, as a visitor lives it: from the search to what was known before. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { parameter } from "./address-bar.ts";
import { inChromium } from "./browser.ts";
import { dragTo, turnBack } from "./dragging.ts";

const size = (page: Page, words: RegExp) =>
  page.locator(".coalition-head .size", { hasText: words }).waitFor();
const syriaIs = (page: Page, state: string) =>
  page.locator(`path[data-id="SYR"][data-state="${state}"]`).waitFor({ state: "attached" });

inChromium("a visitor", (explorer) => {
  it("sees Syria become the 90th member, reads who says so, and what the ledger said before", async () => {
    const page = await explorer.open("/");
    await page.getByRole("combobox").fill("daesh");
    await page.getByRole("option", { name: /^Global Coalition against Daesh/ }).click();
    await page.waitForURL(/\/coalitions\/global-coalition-against-daesh$/);
    await size(page, /^90 members on 22 November 2026/);

    await dragTo(page, "2025-11-09");
    await size(page, /^89 members on 9 November 2025/);
    await syriaIs(page, "out");
    await dragTo(page, "2025-11-10");
    await size(page, /^89 members, 1 possible on 10 November 2025/);
    await syriaIs(page, "possible");
    await dragTo(page, "2025-11-12");
    await size(page, /^90 members on 12 November 2025/);
    await syriaIs(page, "certain");
    expect(await parameter(page, "on")).toBe("2025-11-12");

    await page.locator(".latest").getByRole("link", { name: "Syria joined" }).click();
    await page.waitForURL(/\/declarations\/\w+\?on=2025-11-12$/);
    await page.getByRole("heading", { level: 1, name: /Syria/ }).waitFor();

    await page.goBack();
    await size(page, /^90 members on 12 November 2025/);
    await turnBack(page);
    await size(page, /^89 members on 12 November 2025/);
    await syriaIs(page, "out");
    expect(await parameter(page, "known")).toBe("1");
    await page.getByText("This is what the ledger said").first().waitFor();
  }, 40_000);
});
