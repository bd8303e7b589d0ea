/** What every page must bear: both themes, phone and wide screen, axe without a complaint, nothing cut off. */

import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Explorer, HEIGHT, picture } from "./browser.ts";

const WIDTHS = [390, 1440];
const THEMES = ["light", "dark"] as const;

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** What axe finds, one line a place; of any impact. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<readonly Violation[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${help}. ${failureSummary}`),
  );
}

/** Draws also what the page leaves undrawn while it is far out of sight. */
async function drawWhole(page: Page): Promise<void> {
  await page.evaluate(`for (const each of document.querySelectorAll("main *"))
    if (getComputedStyle(each).contentVisibility === "auto") each.style.contentVisibility = "visible"`);
}

/** How far the page is wider than the window, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
}

/**
 * Tests a page in both themes at both widths: opened on a phone, and from then on as a window that is made wider.
 * @param settled waits until all of it is drawn.
 */
export function looksWell(
  explorer: Explorer,
  name: string,
  path: string,
  settled: (page: Page) => Promise<unknown>,
): void {
  it(`${name} looks well, in both themes, on a phone and wide`, async () => {
    const [first = 0] = WIDTHS;
    const page = await explorer.open(path, { width: first });
    await settled(page);
    await drawWhole(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await expect.poll(() => overflow(page), { message: `${width} pixels wide` }).toBeLessThanOrEqual(0);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await picture(page, `${name.replace(/\W+/g, "-")}-${width}-${theme}`);
        expect(await violations(page), `${theme}, ${width} pixels wide`).toEqual([]);
      }
    }
  });
}
