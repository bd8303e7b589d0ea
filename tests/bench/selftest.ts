/** Drivers that answer wrongly, planted one after the other: each must be caught before anything is timed. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { jsonServerParties, ourReplies, sameBytes, sameParties, soulParties } from "./answers.ts";
import { sameRows } from "./bare-writes.ts";
import { keepReplies, type Reply } from "./captured.ts";
import { type DataSet, made } from "./data-sets.ts";
import { load } from "./load.ts";
import { bareHttp, jsonServer, ours, soul } from "./programs.ts";
import { dice } from "./random.ts";
import { type Asked, everDifferentDays, jsonServerPath, ourPath, soulPath, stretchesOf } from "./rosters.ts";
import { during } from "./under-load.ts";

const COMPARED = 20;

interface Fault {
  readonly name: string;
  /** What must catch it says this. */
  readonly said: RegExp;
  plant(): Promise<unknown>;
}

/** @returns how many were not caught. */
export async function selftest(folder: string): Promise<number> {
  const dataSet = await made(10_000);
  const asked = everDifferentDays(dice(1), stretchesOf(dataSet.database), COMPARED);
  const right = await during(ours(dataSet.database), (server) =>
    ourReplies(
      server,
      asked.map((each) => ourPath(each)),
    ),
  );
  let missed = 0;
  for (const { name, said, plant } of faults(folder, dataSet, asked, right)) {
    const error = await plant().then(
      () => null,
      (reason: Error) => reason,
    );
    const caught = error !== null && said.test(error.message);
    if (!caught) missed += 1;
    console.log(
      `${caught ? "caught" : "MISSED"}  ${name}${caught ? "" : `: ${error?.message ?? "nothing said"}`}`,
    );
  }
  return missed;
}

function faults(folder: string, dataSet: DataSet, asked: readonly Asked[], right: readonly Reply[]): Fault[] {
  const file = (name: string) => join(folder, name);
  const bare = (name: string, wrong: (reply: Reply) => Reply) => {
    keepReplies(
      file(name),
      right.map((reply, at) => (at === COMPARED - 1 ? wrong(reply) : reply)),
    );
    return during(bareHttp(file(name)), (server) => sameBytes("bare node:http", server, right));
  };
  const under = (status: number, headers: readonly string[]) => {
    keepReplies(file("load.json"), [{ path: "/x", status, headers, body: "e30=", text: "{}" }]);
    return during(bareHttp(file("load.json")), ({ port, pid }) => {
      const job = { method: "GET", status: 200, headers: {}, once: false, requests: ["/x"] } as const;
      return load(folder, { ...job, port, pid, warmSeconds: 0, seconds: 1 }, 2);
    });
  };
  const length = ["Content-Length", "2"];
  return [
    {
      name: "bare node:http sends one byte that is another",
      said: /differs in its body/,
      plant: () =>
        bare("byte.json", (reply) => ({
          ...reply,
          body: Buffer.from(reply.text.replace(/"x-(.)/, '"y-$1')).toString("base64"),
        })),
    },
    {
      name: "bare node:http leaves out a header",
      said: /differs in its headers/,
      plant: () => bare("header.json", (reply) => ({ ...reply, headers: reply.headers.slice(2) })),
    },
    {
      name: "soul-cli lacks a row",
      said: /ours lists/,
      plant: () => {
        const table = lacking(dataSet.table, file("lacking.sqlite"), asked);
        return during(soul({ ...dataSet, table }), (server) =>
          sameParties("soul-cli", server, asked.map(soulPath), soulParties, right),
        );
      },
    },
    {
      name: "json-server has the days of another",
      said: /ours lists/,
      plant: () => {
        const json = file("shifted.json");
        const text = readFileSync(dataSet.json, "utf8");
        writeFileSync(json, text.replaceAll('"from_earliest":"1', '"from_earliest":"2'));
        return during(jsonServer({ ...dataSet, json }), (server) =>
          sameParties("json-server", server, asked.map(jsonServerPath), jsonServerParties, right),
        );
      },
    },
    {
      name: "the bare writer wrote a spell that ends otherwise",
      said: /spells: only/,
      plant: async () => {
        const copy = file("rows.sqlite");
        new SqliteDatabase(dataSet.database, { readonly: true }).prepare("VACUUM INTO ?").run(copy);
        const sqlite = new SqliteDatabase(copy);
        for (const name of sqlite
          .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
          .pluck()
          .all()) {
          sqlite.exec(`DROP TRIGGER "${name}"`);
        }
        sqlite.exec("UPDATE spells SET to_edtf = '2026~' WHERE party = (SELECT max(party) FROM spells)");
        sqlite.close();
        sameRows(dataSet.database, copy, 1);
      },
    },
    {
      name: "under load, a server answers with an error",
      said: /Answered 500 instead of 200/,
      plant: () => under(500, length),
    },
    {
      name: "under load, a server sends more than it says",
      said: /More came than|before its reply was whole/,
      plant: () => under(200, ["Content-Length", "1"]),
    },
  ];
}

/** Without one member who is in on the last day that is asked. */
function lacking(table: string, copy: string, asked: readonly Asked[]): string {
  copyFileSync(table, copy);
  const sqlite = new SqliteDatabase(copy);
  const { coalition, on } = asked.at(-1) as Asked;
  const { changes } = sqlite
    .prepare(
      `DELETE FROM spells WHERE id = (SELECT id FROM spells
        WHERE coalition = ? AND role = 'member' AND from_earliest <= ? AND to_latest > ? LIMIT 1)`,
    )
    .run(coalition, on, on);
  sqlite.close();
  if (changes !== 1) throw new Error(`Nobody is in ${coalition} on ${on}.`);
  return copy;
}
