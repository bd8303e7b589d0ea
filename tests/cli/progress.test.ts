/** How long work tells how far it is: a bar for a terminal, a line now and then for a log. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Progress } from "../../src/cli/progress.ts";

/** A stream that keeps what it is given. */
function stream(isTTY: boolean) {
  const said: string[] = [];
  const out = { isTTY, write: (text: string) => said.push(text) > 0 };
  return { said, out: out as unknown as NodeJS.WriteStream };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it("draws a bar where a terminal watches, ten times a second, and takes it away", () => {
  const { said, out } = stream(true);
  const progress = new Progress("Reading", 200, out);
  progress.at(10, "10 entries");
  expect(said).toEqual([]);
  vi.advanceTimersByTime(99);
  progress.at(100, "100 entries");
  vi.advanceTimersByTime(1);
  progress.at(101, "101 entries");
  expect(said).toEqual([`\r\u001B[KReading [${"#".repeat(15)}${".".repeat(15)}] 100 entries`]);
  progress.end();
  progress.end();
  expect(said.slice(1)).toEqual(["\r\u001B[K"]);
});

it("writes plain lines elsewhere, and nothing for what is done at once", () => {
  const { said, out } = stream(false);
  const progress = new Progress("Reading", 200, out);
  vi.advanceTimersByTime(4_999);
  progress.at(100, "100 entries");
  expect(said).toEqual([]);
  progress.at(150, "150 entries");
  vi.advanceTimersByTime(1);
  progress.at(190, "190 entries");
  progress.end();
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual(["Reading: 75 %, 150 entries\n"]);
});

it("tells the last step, though nothing comes after it while it lasts", () => {
  const { said, out } = stream(false);
  const progress = new Progress("Reading", 200, out);
  vi.advanceTimersByTime(5_000);
  progress.at(199, "199 entries");
  progress.at(200, "200 entries read, the memberships are derived");
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual([
    "Reading: 99 %, 199 entries\n",
    "Reading: 100 %, 200 entries read, the memberships are derived\n",
  ]);
});

it("says no share of what it does not know the size of", () => {
  const { said, out } = stream(false);
  vi.advanceTimersByTime(1);
  const progress = new Progress("Copying", 0, out);
  vi.advanceTimersByTime(5_000);
  progress.at(3, "3 pages");
  expect(said).toEqual(["Copying: 3 pages\n"]);
});
