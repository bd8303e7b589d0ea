/** The settings: what they are when left out, what they may be, and that every fault is told at once. */
import { describe, expect, it } from "vitest";
import { BadSettings, readSettings, SETTINGS } from "../../src/config.ts";

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof BadSettings) return error.faults;
    throw error;
  }
  return [];
}

describe("the settings", () => {
  it("are all optional", () => {
    expect(readSettings({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      databaseFile: "data/accession.sqlite",
      logLevel: "info",
      seed: "auto",
      readOnly: false,
      bodyLimit: 67_108_864,
      rateLimit: 0,
      trustProxy: false,
    });
  });

  it("are left out when empty", () => {
    expect(readSettings({ PORT: "", SEED: "  " })).toEqual(readSettings({}));
  });

  it.each([
    ["HOST", "::1", { host: "::1" }],
    ["HOST", "localhost", { host: "localhost" }],
    ["PORT", "0", { port: 0 }],
    ["PORT", "65535", { port: 65_535 }],
    ["DATABASE_FILE", "elsewhere/a b.db", { databaseFile: "elsewhere/a b.db" }],
    ["LOG_LEVEL", "silent", { logLevel: "silent" }],
    ["SEED", "never", { seed: "never" }],
    ["READ_ONLY", "true", { readOnly: true }],
    ["BODY_LIMIT", "1024", { bodyLimit: 1_024 }],
    ["RATE_LIMIT", "60", { rateLimit: 60 }],
    ["TRUST_PROXY", "true", { trustProxy: true }],
    ["TRUST_PROXY", "2", { trustProxy: 2 }],
    ["TRUST_PROXY", "10.0.0.0/8, loopback,::1", { trustProxy: "10.0.0.0/8, loopback,::1" }],
  ])("%s can be %s", (name, text, expected) => {
    expect(readSettings({ [name]: text })).toMatchObject(expected);
  });

  it.each([
    ["HOST", "http://localhost"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "3000x"],
    ["DATABASE_FILE", "data/"],
    ["LOG_LEVEL", "verbose"],
    ["SEED", "yes"],
    ["READ_ONLY", "1"],
    ["BODY_LIMIT", "1mb"],
    ["BODY_LIMIT", "1023"],
    ["RATE_LIMIT", "-5"],
    ["TRUST_PROXY", "everyone"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["TRUST_PROXY", "10.0.0.0/8/8"],
  ])("%s cannot be %s, and the fault says what it is", (name, text) => {
    const setting = SETTINGS.find((each) => each.name === name);
    expect(faultsOf({ [name]: text })).toEqual([`${name} cannot be "${text}". It is ${setting?.meaning}.`]);
  });

  it("tell every fault at once", () => {
    const faults = faultsOf({ PORT: "x", SEED: "x", READ_ONLY: "x", HOST: "localhost" });
    expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["PORT", "SEED", "READ_ONLY"]);
  });
});
