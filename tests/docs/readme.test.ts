/** The README says what is so: its curl lines are run, its tables held against the code. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../src/config.ts";
import { FINDING_SEVERITIES } from "../../src/domain/finding.ts";
import { REFUSALS } from "../../src/domain/refusal.ts";
import { seededService } from "../support/http-service.ts";
import { difference, examples, requestOf, table, tableOf } from "./readme-parts.ts";

const CLI = fileURLToPath(new URL("../../dist/service/accession.js", import.meta.url));
const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const service = await seededService();

describe("the curl lines", () => {
  it("are at least ten, and every one stands with its reply", () => {
    expect(examples(README).length).toBeGreaterThanOrEqual(10);
    // All but those that need a key.
    expect(README.match(/^curl (?!.*Authorization)/gm)).toHaveLength(examples(README).length);
  });

  it.each(examples(README))("$command", async ({ command, format, shown }) => {
    const { path, type, body } = requestOf(command);
    const sent =
      type === undefined ? {} : { method: "POST", headers: { "content-type": type }, payload: body };
    const { text } = await service.ask(path, sent as object);
    expect(difference(shown, format === "csv" ? tableOf(text) : JSON.parse(text))).toBeNull();
  });

  it("would be caught showing what is not so", () => {
    const reply = { total: 2, items: [{ id: "a", to: null }, { id: "b" }] };
    expect(difference({ items: [{ id: "a" }, { id: "b" }] }, reply)).toBeNull();
    expect(difference({ total: 3 }, reply)).toBe("$.total");
    expect(difference({ items: [{ id: "b" }, { id: "a" }] }, reply)).toBe("$.items[1]");
    expect(difference({ items: [{ id: "a", to: "2014" }] }, reply)).toBe("$.items[0]");
    expect(difference({ next: null }, reply)).toBe("$.next");
    expect(difference(tableOf("a,b\n1,2"), tableOf("x,b,a\n0,2,1"))).toBeNull();
    expect(difference(tableOf("a,b\n1,3"), tableOf("x,b,a\n0,2,1"))).toBe("$[0]");
  });
});

describe("the tables", () => {
  it("name every setting with its default and meaning", () => {
    const rows = table(README, "setting");
    expect(rows).toEqual(SETTINGS.map((setting) => [setting.name, setting.default, setting.meaning]));
  });

  it("name every finding with its severity", () => {
    const rows = table(README, "finding").map(([kind, severity]) => [kind, severity]);
    expect(rows).toEqual(Object.entries(FINDING_SEVERITIES));
  });

  it("name every command", () => {
    const help = execFileSync(process.execPath, [CLI, "--help"], { encoding: "utf8" });
    const [, commands = ""] = help.split("Commands:\n");
    const names = [...commands.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
    expect(table(README, "command").map(([name]) => name)).toEqual(names.filter((name) => name !== "help"));
  });

  it("name every refusal", () => {
    expect(table(README, "refusal").map(([code]) => code)).toEqual([...REFUSALS]);
  });
});
