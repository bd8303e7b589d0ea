/** What goes wrong is told, and can be tried again. */
import { expect, it } from "vitest";
import { inChromium } from "./browser.ts";
import { violations } from "./looks.ts";

inChromium("a failure", (explorer) => {
  it("of a service that cannot be reached is told, and mended by trying again", async () => {
    const page = await explorer.open("/compare", { expects: /ERR_FAILED|ERR_CONNECTION/ });
    await page.getByText("newest").waitFor();
    await page.route("**/v1/**", (route) => route.abort());
    await page.getByRole("link", { name: "Accession" }).click();
    const failures = page.getByRole("alert");
    await failures.first().waitFor();
    expect(await failures.first().textContent()).toContain("The service cannot be reached");
    expect(await failures.first().textContent()).toContain(new URL(explorer.address()).host);
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/v1/**");
    for (let left = await failures.count(); left > 0; left -= 1) {
      await failures.first().getByRole("button", { name: "Try again" }).click();
      await expect.poll(() => failures.count()).toBe(left - 1);
    }
    await page.locator(".card .size").first().waitFor();
  });

  it("of the question says what the service says", async () => {
    const page = await explorer.open("/?known=999", { expects: /status of 400/ });
    const alert = page.getByRole("alert").first();
    await alert.waitFor();
    expect(await alert.textContent()).toContain('"known" asks for revision 999, but the newest is 28.');
  });

  it("of the service does not empty a page that was drawn", async () => {
    const page = await explorer.open("/?on=2020-01-01", { expects: /ERR_FAILED/ });
    await page.locator(".changes li").first().waitFor();
    await page.route("**/v1/declarations**", (route) => route.abort());
    await page.getByRole("slider", { name: "Day" }).press("ArrowRight");
    await page.getByRole("alert").waitFor();
    expect(await page.locator(".card").count()).toBeGreaterThan(30);
  });
});
