/** The checks of pages can fail: each is shown a page with the fault that it is for. */
import { expect, it } from "vitest";
import { inChromium } from "./browser.ts";
import { overflow, violations } from "./looks.ts";

inChromium("the checks", (explorer) => {
  it("see what is asked of another site", async () => {
    const page = await explorer.open("/compare");
    await page.evaluate("fetch('https://example.org/a').catch(() => {})");
    await page.goto("https://example.org/b").catch(() => {});
    const told: string[] = [];
    const all = () => told.push(...explorer.told()) > 0 && told.join("\n");
    await expect.poll(all).toContain("asked another site: https://example.org/b");
    // The policy of the page stops the other one before it is asked.
    await expect.poll(all).toMatch(/console: .*https:\/\/example\.org\/a/);
  });

  it("see errors, of the console and thrown", async () => {
    const page = await explorer.open("/compare", { expects: /expected/ });
    await page.evaluate("console.error('expected'); console.error('not so'); setTimeout(() => missing())");
    const told: string[] = [];
    await expect.poll(() => told.push(...explorer.told())).toBe(2);
    expect(told[0]).toContain("console: not so");
    expect(told[1]).toContain("missing is not defined");
  });

  it("see what axe complains of, and what is too wide", async () => {
    const page = await explorer.open("/compare", { width: 390 });
    await page.getByText("newest").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate("document.querySelector('main').innerHTML += '<input><p>' + 'wide'.repeat(200)");
    expect((await violations(page)).join()).toContain("label at #content > input");
    expect(await overflow(page)).toBeGreaterThan(100);
  });
});
