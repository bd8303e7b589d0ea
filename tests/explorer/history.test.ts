/** Back and forward: every view is a step, and a whole drag is one. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inChromium } from "./browser.ts";

const shows = (page: Page, day: string) =>
  page.locator(".day-picker summary", { hasText: new RegExp(`^Day: ${day}$`) }).waitFor();
const steps = (page: Page) => page.evaluate<number>("history.length");

inChromium("the history", (explorer) => {
  it("goes back and forward between views", async () => {
    const page = await explorer.open("/?on=2020-01-01");
    await page.getByRole("link", { name: "European Union" }).click();
    expect(page.url()).toBe(`${explorer.address()}/coalitions/eu?on=2020-01-01`);
    await page.getByRole("link", { name: "Compare" }).click();
    await page.getByRole("heading", { name: "Compare", level: 1 }).waitFor();
    await page.goBack();
    expect(page.url()).toBe(`${explorer.address()}/coalitions/eu?on=2020-01-01`);
    await page.goBack();
    await page.getByRole("heading", { name: "Who belonged" }).waitFor();
    expect(await page.title()).toBe("Accession");
    await page.goForward();
    await page.goForward();
    await page.getByRole("heading", { name: "Compare", level: 1 }).waitFor();
  });

  it("has one step for a drag, and back is where it began", async () => {
    const page = await explorer.open("/?on=2000-01-01");
    const slider = page.getByRole("slider", { name: "Day" });
    const box = await slider.boundingBox();
    if (box === null) throw new Error("There is no slider.");
    const before = await steps(page);
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, y);
    await page.mouse.down();
    for (let part = 0.5; part > 0.3; part -= 0.005) await page.mouse.move(box.x + box.width * part, y);
    const dragged = await slider.getAttribute("aria-valuetext");
    await page.mouse.up();
    expect(await steps(page)).toBe(before + 1);
    // What the address says is what was let go.
    await page.reload();
    await shows(page, dragged ?? "");
    await page.goBack();
    await shows(page, "1 January 2000");
  });

  it("has one step for a run of keys, and another for the next", async () => {
    const page = await explorer.open("/?on=2000-01-01");
    const slider = page.getByRole("slider", { name: "Day" });
    const before = await steps(page);
    await slider.focus();
    for (let presses = 0; presses < 5; presses += 1) await slider.press("ArrowRight");
    await slider.press("PageUp");
    await shows(page, "5 January 2001");
    await slider.blur();
    expect(await steps(page)).toBe(before + 1);
    await slider.press("ArrowLeft");
    expect(await steps(page)).toBe(before + 2);
    await page.goBack();
    await shows(page, "5 January 2001");
    await page.goBack();
    await shows(page, "1 January 2000");
  });

  it("opens links elsewhere where the reader asks for that", async () => {
    const page = await explorer.open("/");
    const link = page.getByRole("link", { name: "European Union" });
    await link.waitFor();
    const opened = page.context().waitForEvent("page");
    await link.click({ modifiers: ["ControlOrMeta"] });
    const other = await opened;
    await other.waitForURL("**/coalitions/eu");
    expect(new URL(page.url()).pathname).toBe("/");
  });
});
