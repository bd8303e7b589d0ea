/** What every page must bear: both themes, phone and wide screen, axe without a complaint, nothing cut off. */

import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { type Explorer, picture } from "./browser.ts";

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
 * Tests a page in both themes at both widths.
 * @param settled waits until all of it is drawn.
 */
export function looksWell(
  explorer: Explorer,
  name: string,
  path: string,
  settled: (page: Page) => Promise<unknown>,
): void {
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      it(`${name} looks well, ${theme}, ${width} pixels wide`, async () => {
        const page = await explorer.open(path, { theme, width });
        await settled(page);
        await drawWhole(page);
        await picture(page, `${name.replace(/\W+/g, "-")}-${width}-${theme}`);
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
      });
    }
  }
}
