/** Coalitions side by side: who is in which, chosen, filtered, dragged, and told what cannot be. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { where } from "./address-bar.ts";
import { inChromium } from "./browser.ts";
import { looksWell } from "./looks.ts";

const FIVE = "brics,g20,opec,sco,oic";
const summary = (page: Page) => page.locator(".compare .summary");
const columns = (page: Page) =>
  page.getByRole("group", { name: "Combinations of coalitions" }).getByRole("button");
const partyRows = (page: Page) => page.locator(".party-table tbody tr");
const finder = (page: Page) => page.getByRole("combobox", { name: "Add a coalition" });
const search = async (page: Page) => decodeURIComponent((await where(page)).replace(/^[^?]*/, ""));

inChromium("the comparison", (explorer) => {
  looksWell(explorer, "a comparison", `/compare?coalitions=${FIVE}&role=any&exactly=g20`, (page) =>
    partyRows(page).first().waitFor(),
  );

  it("says how many are in both, and lists those of the combination that is chosen", async () => {
    const page = await explorer.open("/compare?coalitions=nato,eu&on=2026-01-01");
    await page.getByText("23 are in both.").waitFor();
    await expect.poll(() => page.title()).toBe("NATO and EU compared · Accession");
    expect(await summary(page).textContent()).toContain("9 are only in NATO, 4 only in EU.");
    await columns(page).getByText("9", { exact: true }).waitFor();
    expect(await partyRows(page).count()).toBe(36);
    await page.getByRole("button", { name: "only in EU: 4" }).click();
    await expect.poll(() => search(page)).toBe("?coalitions=nato,eu&exactly=eu&on=2026-01-01");
    await expect.poll(() => partyRows(page).count()).toBe(4);
    const listed = await page.locator(".chosen-combination li").allTextContents();
    expect(listed).toEqual(["Austria", "Cyprus", "Ireland", "Malta"]);
    await page.goBack();
    await expect.poll(() => partyRows(page).count()).toBe(36);
  });

  it("sorts by a coalition, finds a name, and keeps both in the address", async () => {
    const page = await explorer.open("/compare?coalitions=brics,g20");
    await page.getByRole("button", { name: "BRICS", exact: true }).click();
    await page.locator("th[aria-sort=ascending]", { hasText: "BRICS" }).waitFor();
    await page.getByRole("searchbox", { name: "Name" }).fill("saudi");
    await expect.poll(() => search(page)).toBe("?coalitions=brics,g20&q=saudi&sort=brics");
    await expect.poll(() => partyRows(page).count()).toBe(1);
    expect(await partyRows(page).textContent()).toMatch(/Saudi Arabia.*Possibly member.*Member/);
  });

  it("takes up and takes out coalitions by name, with the keyboard alone", async () => {
    const page = await explorer.open("/compare");
    await page.getByRole("link", { name: "NATO and EU" }).waitFor();
    await finder(page).fill("quadrilateral");
    await page.keyboard.press("Enter");
    await page.getByText("Add at least one more").waitFor();
    await finder(page).fill("five ey");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await summary(page).waitFor();
    await expect.poll(() => search(page)).toBe("?coalitions=quad,five-eyes");
    await page.getByRole("button", { name: "Take out Five Eyes" }).press("Enter");
    await expect.poll(() => search(page)).toBe("?coalitions=quad");
    await page.locator("input[role=combobox][aria-label='Add a coalition']:focus").waitFor();
  });

  it("asks nothing of the network while the day moves", async () => {
    const page = await explorer.open("/compare?coalitions=nato,eu&on=2023-04-03");
    await page.getByText("21 are in both.").waitFor();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/v1/")) asked.push(request.url());
    });
    await page.getByRole("slider", { name: "Day" }).press("ArrowRight");
    await page.getByText("22 are in both.").waitFor();
    await expect.poll(() => search(page)).toBe("?coalitions=nato,eu&on=2023-04-04");
    await page.getByText("Finland in").waitFor({ state: "detached" });
    await page.locator(".overlap .behind summary").click();
    await page.getByRole("cell", { name: "Finland in", exact: true }).waitFor();
    expect(asked).toEqual([]);
  });

  it("tells what the ledger said then, and carries both times along", async () => {
    const coalitions = "coalitions=global-coalition-against-daesh,arab-league";
    const page = await explorer.open(`/compare?${coalitions}&on=2025-12-01`);
    await page.getByText("18 are in both.").waitFor();
    await page.goto(`${explorer.address()}/compare?${coalitions}&on=2025-12-01&known=1`);
    await page.getByText("17 are in both.").waitFor();
    const link = page.locator(".party-table").getByRole("link", { name: "Syria" });
    expect(await link.getAttribute("href")).toBe("/parties/SYR?on=2025-12-01&known=1");
    const curl = await page.locator(".data-links code").first().textContent();
    expect(curl).toContain(`/v1/overlap?${coalitions}&on=2025-12-01&known=1`);
  });

  it("shows what a pair has in common over time", async () => {
    const page = await explorer.open("/compare?coalitions=g7,g20,brics&on=2013-01-01");
    // Russia, as long as the G7 was eight.
    await page.getByText("G7, G20 and BRICS: 1 is in all three on 1 January 2013.").waitFor();
    await page.getByLabel("Common to").selectOption("G20 and BRICS");
    await expect.poll(() => search(page)).toBe("?coalitions=g7,g20,brics&together=g20,brics&on=2013-01-01");
    await page.getByRole("img", { name: /G20 and BRICS have in common.*: 5 are in both/ }).waitFor();
  });

  it("says what cannot be compared, and compares the rest", async () => {
    const page = await explorer.open("/compare?coalitions=nato,five-eyes,cen-sad,natto&exactly=g7");
    await page.getByText("3 are in both.").waitFor();
    const told = await page.getByRole("main").textContent();
    expect(told).toContain("No coalition has the id “natto”");
    expect(told).toContain("The ledger holds no roster of Community of Sahel-Saharan States");
    expect(told).toContain("Held only in part: Five Eyes.");
    expect(told).toContain("exactly=g7, which means nothing for these coalitions");
  });

  it("makes nothing of a coalition that is still to come", async () => {
    const page = await explorer.open("/compare?coalitions=asean,eu&on=1960-01-01");
    await page.getByText("none are in both.").waitFor();
    const told = await page.getByRole("main").textContent();
    expect(told).toContain("Founded only after 1 January 1960: ASEAN (8 August 1967).");
    expect(told).toContain("ASEAN and EU have had nobody in common on any day.");
  });

  it("offers the coalition that was meant", async () => {
    const page = await explorer.open("/compare?coalitions=eu,schengen");
    await page.getByRole("button", { name: "Use Schengen instead" }).click();
    await summary(page).waitFor();
    await expect.poll(() => search(page)).toBe("?coalitions=eu,schengen-area");
  });

  it("refuses more than five in the address", async () => {
    const page = await explorer.open(`/compare?coalitions=${FIVE},eu`);
    await page.getByText("It has 6 ids: at most 5 can be shown.").waitFor();
  });

  it("says that the service is not reached, and goes on once it is", async () => {
    const page = await explorer.open("/", { expects: /ERR_FAILED/ });
    await page.route("**/v1/memberships?coalition=quad*", (route) => route.abort());
    await page.goto(`${explorer.address()}/compare?coalitions=quad,nato`);
    await page.getByRole("heading", { name: "The service cannot be reached" }).waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("1 is in both.").waitFor();
  });
});
