/** Moves the sliders of a page as a hand does, and listens to what is asked of the service meanwhile. */
import type { Page } from "playwright-core";

/** Puts the slider of the day on a day, and lets it go. */
export async function dragTo(page: Page, day: string): Promise<void> {
  const slider = page.getByRole("slider", { name: "Day" });
  await slider.fill(String(Date.parse(day) / 86_400_000));
  await slider.blur();
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

/** Drags the slider of the day from end to end, a step a frame; how long each frame took, in milliseconds. */
export function framesOfDrag(page: Page, steps: number): Promise<number[]> {
  // As text, since it runs in the page, whose types the tests do not have.
  return page.evaluate(`(async () => {
    const slider = document.querySelector("[aria-label='Day'][type='range']");
    slider.focus();
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    const [min, max] = [Number(slider.min), Number(slider.max)];
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const frames = [];
    let last = await frame();
    for (let step = 0; step <= ${steps}; step += 1) {
      set.call(slider, String(Math.round(min + ((max - min) * step) / ${steps})));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    slider.blur();
    return frames;
  })()`);
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
