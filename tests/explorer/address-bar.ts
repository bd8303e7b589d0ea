/** What the address bar says, asked of the page: what the driver last heard of it is older on a busy machine. */
import type { Page } from "playwright-core";

/** Path and query, like /coalitions/nato?on=2020-01-01. */
export function where(page: Page): Promise<string> {
  return page.evaluate<string>("location.pathname + location.search");
}

/** Null where the address has none of that name. */
export async function parameter(page: Page, name: string): Promise<string | null> {
  return new URLSearchParams((await where(page)).split("?")[1]).get(name);
}
