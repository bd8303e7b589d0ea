/** Back and forward: every view is a step, and a whole drag is one. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { where } from "./address-bar.ts";
import { inChromium } from "./browser.ts";

const shows = (page: Page, day: string) =>
  page.locator(".day-picker summary", { hasText: new RegExp(`^Day: ${day}$`) }).waitFor();
const steps = (page: Page) => page.evaluate<number>("history.length");

inChromium("the history", (explorer) => {
  it("goes back and forward between views", async () => {
    const page = await explorer.open("/?on=2020-01-01");
    await page.getByRole("link", { name: "European Union" }).click();
    await expect.poll(() => where(page)).toBe("/coalitions/eu?on=2020-01-01");
    await page.getByRole("link", { name: "Compare" }).click();
    await page.getByRole("heading", { name: "Compare", level: 1 }).waitFor();
    await page.goBack();
    await expect.poll(() => where(page)).toBe("/coalitions/eu?on=2020-01-01");
    await page.goBack();
    await page.getByRole("heading", { name: "Who belonged" }).waitFor();
    await expect.poll(() => page.title()).toBe("Accession");
    await page.goForward();
    await page.goForward();
    await page.getByRole("heading", { name: "Compare", level: 1 }).waitFor();
  });

  it("has one step for a drag, and back is where it began", async () => {
    const page = await explorer.open("/?on=2000-01-01");
    const slider = page.getByRole("slider", { name: "Day" });
    // Beside it comes the other slider, and takes a part of the width.
    await page.getByRole("slider", { name: "As known on" }).waitFor();
    const box = await slider.boundingBox();
    if (box === null) throw new Error("There is no slider.");
    const before = await steps(page);
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, y);
    await page.mouse.down();
    for (let part = 0.5; part > 0.3; part -= 0.005) await page.mouse.move(box.x + box.width * part, y);
    await page.mouse.up();
    const dragged = await slider.getAttribute("aria-valuetext");
    expect(dragged).toMatch(/19\d\d$/);
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
    expect(await where(page)).toBe("/");
  });
});
