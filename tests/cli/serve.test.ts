/** `accession serve` as a process: starts on nothing, answers, stops cleanly, and writes nothing twice. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { endServing, run, startServing } from "../support/command-line.ts";
import { type TemporaryFolder, temporaryFolder } from "../support/temporary-database.ts";

const ROSTER = "/v1/coalitions/global-coalition-against-daesh/members?on=2025-11-12";
const START_WITHIN_MS = 5_000;
/** Writes down what processor time a program took: a clock on the wall would measure the other tests too. */
const TELL_TIME = `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.TIME_FILE, JSON.stringify(process.cpuUsage())));
`;

let folder: TemporaryFolder;
beforeAll(() => {
  folder = temporaryFolder();
});
afterEach(endServing);
afterAll(() => folder.remove());

const digest = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("the first start and the second", () => {
  it("seeds and answers within five seconds, then writes nothing", { timeout: 30_000 }, async () => {
    const file = folder.file("new/accession.sqlite");
    const [telling, time] = [folder.file("tell-time.mjs"), folder.file("time.json")];
    writeFileSync(telling, TELL_TIME);
    const first = await startServing({
      DATABASE_FILE: file,
      TIME_FILE: time,
      NODE_OPTIONS: `--import ${pathToFileURL(telling)}`,
    });
    const reply = await fetch(first.address + ROSTER);
    expect(await reply.json()).toMatchObject({ counts: { certain: 90, possible: 0 } });
    first.stop();
    const { code, out, err } = await first.ended;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^The ledger was empty: \d+ entries of the seed were loaded\.\nAccession listens on /,
    );
    expect(existsSync(`${file}-wal`)).toBe(false);
    const { user, system } = JSON.parse(readFileSync(time, "utf8")) as NodeJS.CpuUsage;
    expect((user + system) / 1_000).toBeGreaterThan(100);
    expect((user + system) / 1_000).toBeLessThan(START_WITHIN_MS);

    const before = digest(file);
    const second = await startServing({ DATABASE_FILE: file });
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200);
    second.stop("SIGINT");
    expect(await second.ended).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/^Accession/) });
    expect(digest(file)).toBe(before);
  });
});

describe("a service that is told to stop", () => {
  it("ends a stop that hangs when it is told again", { timeout: 30_000 }, async () => {
    const service = await startServing({ DATABASE_FILE: folder.file("hang.sqlite"), SEED: "never" });
    const { hostname, port } = new URL(service.address);
    const hanging = connect(Number(port), hostname);
    hanging.on("error", () => {});
    hanging.write("GET /healthz HTTP/1.1\r\nHost: a\r\n");
    await once(hanging, "connect");
    // It has read the half request when it answers the next one.
    expect((await fetch(`${service.address}/healthz`)).status).toBe(200);
    service.stop();
    await refused(hostname, Number(port));
    service.stop();
    expect(await service.ended).toMatchObject({ code: 1 });
  });
});

/** Resolves when nobody listens any more. */
async function refused(host: string, port: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, host, () => {
        socket.destroy();
        resolve(true);
      });
      socket.on("error", () => resolve(false));
    });
    if (!open) return;
  }
}

describe("a service that cannot begin", () => {
  it("says that another program listens there", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const environment = { DATABASE_FILE: folder.file("taken.sqlite"), SEED: "never", PORT: String(port) };
    const { code, err } = await run(["serve"], { ...environment, LOG_LEVEL: "silent" });
    other.close();
    expect({ code, err }).toEqual({
      code: 1,
      err: `Cannot listen on 127.0.0.1 port ${port}: another program listens there. Stop it, or set PORT to another port.\n`,
    });
  });

  it("tells every wrong setting", async () => {
    const { code, err } = await run(["serve"], {
      PORT: "high",
      SEED: "later",
      DATABASE_FILE: folder.file("x"),
    });
    expect(code).toBe(2);
    expect(err).toMatch(/^PORT cannot be "high"\. .*\nSEED cannot be "later"\. .*\n$/);
    expect(existsSync(folder.file("x"))).toBe(false);
  });

  it("does not make a database when it may only read", async () => {
    const file = folder.file("none.sqlite");
    const { code, err } = await run(["serve"], { READ_ONLY: "true", DATABASE_FILE: file });
    expect(code).toBe(1);
    expect(err).toContain(`There is no database ${file}`);
    expect(existsSync(file)).toBe(false);
  });
});
