/** What a page may cost: bytes that come first, time until it stands, frames while a day is dragged. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Explorer, inChromium } from "./browser.ts";
import { framesOfDrag, median } from "./dragging.ts";

const MOST_BYTES = 300 * 1024;
/** One second is meant, on two cores that do nothing else; here other tests run beside. */
const MOST_MS = 4000;
/** 30 frames a second are 33 ms each; half as much again for what runs beside. */
const MOST_MS_A_FRAME = 50;

async function received(page: Page, path: string): Promise<number> {
  let bytes = 0;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(path);
  await page.locator(".findings").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  return bytes;
}

/** A page with the real clock: the one that tests else are told the day by has no frames and no marks. */
async function opened(explorer: Explorer): Promise<Page> {
  const page = await (await explorer.open("/healthz")).context().browser()?.newPage();
  if (page === undefined) throw new Error("There is no browser");
  return page;
}

inChromium("the largest coalition", (explorer) => {
  it("comes in 300 KB, and soon", async () => {
    const page = await opened(explorer);
    const bytes = await received(page, `${explorer.address()}/coalitions/un`);
    expect(bytes).toBeGreaterThan(50 * 1024);
    expect(bytes).toBeLessThan(MOST_BYTES);
    const drawn = await page.evaluate<number>("performance.getEntriesByName('coalition-drawn')[0].startTime");
    expect(drawn).toBeLessThan(MOST_MS);
  });

  it("is dragged through its whole life in smooth steps", async () => {
    const page = await opened(explorer);
    await received(page, `${explorer.address()}/coalitions/un`);
    const frames = await framesOfDrag(page, 120);
    expect(frames).toHaveLength(121);
    expect(median(frames)).toBeGreaterThan(4);
    expect(median(frames)).toBeLessThan(MOST_MS_A_FRAME);
    expect(await page.locator(".coalition-head .size").textContent()).toMatch(/^193 members/);
  }, 30_000);
});
