/** A real Chromium before the real service with the real seed: what every test of a page stands on. */
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type ExplorerService, explorerService, TODAY } from "./service.ts";

export interface Opening {
  readonly width?: number;
  readonly theme?: "light" | "dark";
  /** Errors of the console that the test provokes. */
  readonly expects?: RegExp;
}

export interface Explorer {
  /** Where the service listens. */
  readonly address: () => string;
  /** Opens a page of the explorer in a browser of its own; closed after the test. */
  readonly open: (path: string, opening?: Opening) => Promise<Page>;
  /** The same before it is opened, and with the clock of the machine. */
  readonly blank: (opening?: Opening) => Promise<Page>;
  readonly service: () => ExplorerService;
  /** The faults that were met so far, which the test takes upon itself. */
  readonly told: () => string[];
}

/** As Debian calls it, and as others do. */
const PROGRAMS = ["chromium", "chromium-browser", "google-chrome"];
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
/** No other site has an address, so that none is reached; by intercepting requests each would take twice as long. */
const ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
export const HEIGHT = 900;
/** Generous: a browser on a busy machine is slow, and a page that is broken fails just as surely. */
const WAIT_MS = 20_000;
const TEST_WITHIN_MS = 60_000;

const executable =
  process.env["CHROMIUM"] ??
  (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => PROGRAMS.map((program) => join(folder, program)))
    .find((place) => existsSync(place));
const MISSING =
  "The pages of the explorer are tested in Chromium, which was not found: " +
  "install it (apt-get install chromium), or name it in CHROMIUM. Without it these tests are left out.";

/**
 * Tests of pages. After each, nothing may have been asked of another site, and the console must be clean.
 * Where there is no Chromium they are left out with a word, except in a CI, which must have one.
 */
export function inChromium(name: string, tests: (explorer: Explorer) => void): void {
  if (executable === undefined) {
    if (process.env["CI"]) throw new Error(MISSING);
    process.stderr.write(`${MISSING}\n`);
    describe(name, () => it("needs Chromium", ({ skip }) => skip(MISSING)));
    return;
  }
  describe(name, { timeout: TEST_WITHIN_MS }, () => {
    let browser: Browser;
    let service: ExplorerService;
    let faults: string[] = [];
    beforeAll(async () => {
      service = await explorerService();
      browser = await chromium.launch({ executablePath: executable, args: [...QUIET, ALONE] });
    });
    afterAll(async () => {
      await browser?.close();
      await service?.close();
    });
    const told = () => {
      const met = faults;
      faults = [];
      return met;
    };
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
      expect(told()).toEqual([]);
    });
    const blank: Explorer["blank"] = async ({ width = 1440, theme = "light", expects } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: HEIGHT },
        colorScheme: theme,
        reducedMotion: "reduce",
      });
      context.on("request", (request) => {
        if (!request.url().startsWith(service.address)) faults.push(`asked another site: ${request.url()}`);
      });
      const page = await context.newPage();
      page.setDefaultTimeout(WAIT_MS);
      page.on("console", (message) => {
        const told = `${message.text()} (${message.location().url})`;
        if (!["error", "warning"].includes(message.type()) || expects?.test(told)) return;
        faults.push(`console: ${told}`);
      });
      page.on("pageerror", (error) => faults.push(`error: ${error.stack ?? error.message}`));
      return page;
    };
    const open: Explorer["open"] = async (path, opening) => {
      const page = await blank(opening);
      await page.clock.setFixedTime(TODAY);
      await page.goto(`${service.address}${path}`);
      return page;
    };
    tests({ open, blank, address: () => service.address, service: () => service, told });
  });
}

/** Keeps a picture of the page, where `SCREENSHOTS` names a folder: to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["SCREENSHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
