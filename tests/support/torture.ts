/** Writes of every size to one database, their writers killed at random moments, and what must be there after. */
import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Store } from "../../src/ledger/store.ts";
import { openStore } from "../../src/storage/sqlite/open.ts";
import { run, type Serving, startCommand, startServing } from "./command-line.ts";
import { type TemporaryFolder, temporaryFolder } from "./temporary-database.ts";

const COALITIONS = 300;
const COUNTRIES = 200;
/** Declarations in one body, and in one file. */
const LOAD = 300;
const FILE = 1_000;

export interface Figures {
  rounds: number;
  /** Processes that were ended by SIGKILL. */
  kills: number;
  /** Revisions that were acknowledged. */
  acknowledged: number;
  declarations: number;
  /** Writes that were under way when their writer was killed, and of these, those that are there whole. */
  interrupted: number;
  interruptedButThere: number;
  /** The longest time from the start of a service after a kill until it listened, in milliseconds. */
  slowestStart: number;
}

/** A write: how many declarations its one revision has. */
interface Write {
  readonly message: string;
  readonly size: number;
  acknowledged: number | null;
}

/** One database and all that was written to it. */
export class Torture {
  readonly #folder: TemporaryFolder = temporaryFolder();
  readonly #file = this.#folder.file("accession.sqlite");
  readonly #writes: Write[] = [];
  readonly #figures: Figures;
  #key = "";
  #next = 0;

  constructor(figures: Figures) {
    this.#figures = figures;
  }

  async prepare(): Promise<void> {
    const id = (n: number) => String.fromCharCode(65 + (n % 26), 65 + ((n / 26) % 26), 65);
    const countries = Array.from({ length: COUNTRIES }, (_, n) => `${id(n)},Country ${n}`);
    const coalitions = Array.from({ length: COALITIONS }, (_, n) => `c-${n},Coalition ${n},alliance`);
    writeFileSync(this.#folder.file("countries.csv"), `id,name\n${countries.join("\n")}\n`);
    writeFileSync(this.#folder.file("coalitions.csv"), `id,name,kind\n${coalitions.join("\n")}\n`);
    const files = [this.#folder.file("countries.csv"), this.#folder.file("coalitions.csv")];
    const entered = await run(["import", ...files, "--database", this.#file]);
    if (entered.code !== 0) throw new Error(entered.err);
    const made = await run([
      "key",
      "create",
      "--name",
      "torture",
      "--scope",
      "declare",
      "--json",
      "--database",
      this.#file,
    ]);
    this.#key = JSON.parse(made.out).token;
  }

  /** A service and a command write, and both are killed at a random moment. */
  async round(): Promise<void> {
    const begun = performance.now();
    const service = await startServing({ DATABASE_FILE: this.#file, SEED: "never" });
    this.#figures.slowestStart = Math.max(this.#figures.slowestStart, performance.now() - begun);
    const round = new AbortController();
    const writing = [
      this.#keepPosting(service, 1, round.signal),
      this.#keepPosting(service, LOAD, round.signal),
      this.#keepImporting(round.signal),
    ];
    await setTimeout(randomInt(50, 3_000));
    round.abort();
    service.stop("SIGKILL");
    this.#figures.kills += 1;
    await Promise.all(writing);
    await service.ended;
    this.#figures.rounds += 1;
  }

  async #keepPosting({ address }: Serving, size: number, killed: AbortSignal): Promise<void> {
    while (!killed.aborted) {
      const write = this.#begin(`Posted ${size}`, size);
      const lines = this.#declarations(size).map((each) => `${JSON.stringify(each)}\n`);
      try {
        const reply = await fetch(`${address}/v1/declarations?message=${encodeURIComponent(write.message)}`, {
          method: "POST",
          headers: { authorization: `Bearer ${this.#key}`, "content-type": "application/x-ndjson" },
          body: lines.join(""),
        });
        if (reply.status !== 201) throw new Error(`${reply.status}: ${await reply.text()}`);
        write.acknowledged = ((await reply.json()) as { revision: number }).revision;
      } catch (error) {
        // That the service is gone shows as a connection that broke.
        if (!killed.aborted) throw error;
      }
    }
  }

  async #keepImporting(killed: AbortSignal): Promise<void> {
    while (!killed.aborted) {
      const write = this.#begin("Imported", FILE);
      const rows = this.#declarations(FILE).map(
        ({ ref, coalition, party, act, effective }) =>
          `${ref},${coalition},${party},${act},${effective},A source`,
      );
      const file = this.#folder.file(`${write.message}.csv`);
      writeFileSync(file, `ref,coalition,party,act,effective,source_title\n${rows.join("\n")}\n`);
      const options = ["--message", write.message, "--json", "--database", this.#file];
      const command = startCommand(["import", file, ...options]);
      const kill = () => {
        this.#figures.kills += 1;
        command.stop("SIGKILL");
      };
      killed.addEventListener("abort", kill, { once: true });
      const { code, out, err } = await command.ended;
      killed.removeEventListener("abort", kill);
      if (code === 0) write.acknowledged = JSON.parse(out).revision.number;
      else if (!killed.aborted) throw new Error(`The import ended with ${code}: ${err}`);
    }
  }

  #begin(kind: string, size: number): Write {
    const write: Write = { message: `${kind} as ${this.#writes.length}`, size, acknowledged: null };
    this.#writes.push(write);
    return write;
  }

  /** Every one is of a party in a coalition of which nothing was said yet. */
  #declarations(count: number) {
    return Array.from({ length: count }, () => {
      const at = this.#next;
      this.#next += 1;
      const [coalition, country] = [at % COALITIONS, Math.floor(at / COALITIONS) % COUNTRIES];
      const party = String.fromCharCode(65 + (country % 26), 65 + ((country / 26) % 26), 65);
      const sources = [{ title: "A source" }];
      return { ref: `r-${at}`, coalition: `c-${coalition}`, party, act: "join", effective: "2000", sources };
    });
  }

  /** @returns what is not as it must be: nothing. */
  async faults(): Promise<string[]> {
    const store = await openStore({ file: this.#file, writer: "here" });
    try {
      return [...(await this.#faultsIn(store)), ...(await this.#faultsInFile(store))];
    } finally {
      await store.close();
    }
  }

  async #faultsInFile(store: Store): Promise<string[]> {
    return (await store.verify()).map(({ table, missing, surplus }) => `${table}: ${missing} - ${surplus}`);
  }

  /** Everything acknowledged is there under its number; whatever else is there is whole too. */
  async #faultsIn(store: Store): Promise<string[]> {
    const faults: string[] = [];
    const byMessage = new Map(this.#writes.map((write) => [write.message, write]));
    const newest = (await store.newest())?.number ?? 0;
    let [whole, interrupted] = [0, 0];
    for (let number = 2; number <= newest; number += 1) {
      const revision = await store.revision(number);
      const write = byMessage.get(revision?.message ?? "");
      byMessage.delete(revision?.message ?? "");
      const lines = await store.lines(number, -1, FILE + 1);
      if (write === undefined) faults.push(`Revision ${number} was sent by nobody.`);
      else if (lines.length !== write.size || revision?.counts.declarations !== write.size) {
        faults.push(`Revision ${number} has ${lines.length} lines of ${write.size}.`);
      } else if (write.acknowledged !== null && write.acknowledged !== number) {
        faults.push(`What was acknowledged as ${write.acknowledged} is ${number}.`);
      }
      if (write !== undefined && write.acknowledged === null) whole += 1;
    }
    for (const write of this.#writes) {
      if (write.acknowledged === null) interrupted += 1;
      else if (byMessage.has(write.message)) faults.push(`Revision ${write.acknowledged} is lost.`);
    }
    const acknowledged = this.#writes.filter((write) => write.acknowledged !== null);
    this.#figures.acknowledged += acknowledged.length;
    this.#figures.declarations += acknowledged.reduce((sum, { size }) => sum + size, 0);
    this.#figures.interrupted += interrupted;
    this.#figures.interruptedButThere += whole;
    return faults;
  }

  /** For a check of the check: something acknowledged that never was. */
  claim(revision: number): void {
    this.#begin("Claimed", 1).acknowledged = revision;
  }

  remove(): void {
    this.#folder.remove();
  }
}
