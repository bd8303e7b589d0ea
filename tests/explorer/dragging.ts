/** Moves the sliders of a page as a hand does, and listens to what is asked of the service meanwhile. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { dayInWords } from "../../src/explorer/words/dates.ts";

/** Puts the slider of the day on a day, lets it go, and waits until the page is of that day. */
export async function dragTo(page: Page, day: string): Promise<void> {
  const slider = page.getByRole("slider", { name: "Day" });
  await slider.fill(String(Date.parse(day) / 86_400_000));
  await slider.blur();
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe(dayInWords(day));
}

/** Puts the slider of the ledger's state on the first revision of all, and lets it go. */
export async function turnBack(page: Page): Promise<void> {
  const slider = page.getByRole("slider", { name: "As known on" });
  await slider.fill("0");
  await slider.blur();
}

/** What is asked of the service while something is done. */
export async function askedDuring(page: Page, done: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const listen = (request: { url: () => string }) => {
    if (request.url().includes("/v1/")) asked.push(request.url());
  };
  page.on("request", listen);
  await done();
  page.off("request", listen);
  return asked;
}

/** Drags the slider of the day from end to end, a step a frame. */
export async function dragThroughLife(page: Page, steps: number): Promise<void> {
  // As text, since it runs in the page, whose types the tests do not have.
  await page.evaluate(`(async () => {
    const slider = document.querySelector("[aria-label='Day'][type='range']");
    slider.focus();
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    const [min, max] = [Number(slider.min), Number(slider.max)];
    for (let step = 0; step <= ${steps}; step += 1) {
      set.call(slider, String(Math.round(min + ((max - min) * step) / ${steps})));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    slider.blur();
  })()`);
}
