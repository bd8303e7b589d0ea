/** CSV written and read: what goes out comes back, nothing runs as a formula, faults stand at their lines. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inChunks } from "../../src/formats/chunks.ts";
import { columnName, csvCell, csvLine, csvPages } from "../../src/formats/csv.ts";
import { readCsv, recordsOf } from "../../src/formats/csv-reading.ts";
import { defused, undefused } from "../../src/formats/formula-cells.ts";

const hostile = fc
  .array(
    fc.oneof(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "1", "e"), fc.string()),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));
const PARAMETERS = { numRuns: 1000, seed: 5 };

async function written(columns: readonly (readonly string[])[], rows: readonly unknown[]): Promise<string> {
  let text = "";
  for await (const chunk of inChunks(csvPages(columns, [rows]))) text += chunk;
  return text;
}

describe("formula cells", () => {
  it.each(["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\tx", "\rx", "'=1", "-", "+1-2"])("defuses %j", (text) => {
    expect(defused(text)).toBe(`'${text}`);
  });

  it.each(["-5", "+1.5", "-.5e3", "2014-09-05", "../2014", "'quoted'", "a=b", ""])(
    "leaves %j alone",
    (text) => {
      expect(defused(text)).toBe(text);
    },
  );

  it("never leave a formula behind, and are undone exactly", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(undefused(defused(text))).toBe(text);
        expect(/^[=+\-@\t\r]/.test(defused(text)) && Number.isNaN(Number(defused(text)))).toBe(false);
      }),
      PARAMETERS,
    );
  });
});

describe("writing CSV", () => {
  it("quotes what needs it, and leaves numbers, truth and nothing as they are", () => {
    expect(csvLine(['say "hi"', "a,b", "two\nlines", "plain", -5, 31 / 366, true, null, undefined])).toBe(
      `"say ""hi""","a,b","two\nlines",plain,-5,${31 / 366},true,,\r\n`,
    );
    expect(csvCell("=1,2")).toBe(`"'=1,2"`);
    expect(csvCell("a\rb")).toBe('"a\rb"');
  });

  it("names columns by their place", () => {
    expect(columnName(["from", "edtf"])).toBe("from_edtf");
    expect(columnName(["party", "claimedOrdinals"])).toBe("party_claimed_ordinals");
  });

  it("finds values by their place, several in one cell", async () => {
    const row = { party: { id: "SYR" }, to: null, scope: ["a", "b"], pending: [{ act: "join" }] };
    const columns = [["party", "id"], ["to", "edtf"], ["scope"], ["pending"]];
    expect(await written(columns, [row])).toBe(
      'party_id,to_edtf,scope,pending\r\nSYR,,a;b,"[{""act"":""join""}]"\r\n',
    );
  });

  it("makes rows no faster than they are taken, and breaks where the making breaks", async () => {
    let made = 0;
    function* rows() {
      for (; made < 100_000; made += 1) yield { text: "x".repeat(100) };
      throw new Error("the disk is gone");
    }
    const chunks = inChunks(csvPages([["text"]], [rows()]));
    const first = await chunks.next();
    expect(String(first.value).length).toBeGreaterThan(65_000);
    expect(made).toBeLessThan(1000);
    const rest = async () => {
      for await (const chunk of chunks) expect(chunk.length).toBeLessThan(70_000);
    };
    await expect(rest()).rejects.toThrow("the disk is gone");
  });

  it("lets others run between two pieces", async () => {
    const order: string[] = [];
    setImmediate(() => order.push("other"));
    const lines = Array.from({ length: 3000 }, () => "x".repeat(99));
    for await (const _ of inChunks([lines])) order.push("piece");
    expect(order.slice(0, -1)).toContain("other");
  });
});

describe("reading CSV", () => {
  it("gives back what was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(hostile, hostile), { maxLength: 5 }), async (rows) => {
        const text = await written(
          [["a"], ["b"]],
          rows.map(([a, b]) => ({ a, b })),
        );
        const { header, records, faults } = await readCsv(text);
        expect(faults).toEqual([]);
        expect(header).toEqual(["a", "b"]);
        expect(records.map(({ cells }) => [cells["a"] ?? "", cells["b"] ?? ""])).toEqual(rows);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("knows the line on which each record begins, whatever the line ends", async () => {
    for (const end of ["\n", "\r\n"]) {
      const text = ["\uFEFFa,b", "1,2", "", '"two', 'lines",3', "4", "5,6,7", "8,9"].join(end);
      const { records, faults } = await readCsv(text);
      expect(records.map((record) => record.line)).toEqual([2, 4, 8]);
      expect(records[1]?.cells).toEqual({ a: `two${end}lines`, b: "3" });
      expect(faults.map((each) => each.line)).toEqual([6, 7]);
    }
  });

  it.each([
    ['a,b\n1,2\nfo"o,2\n3,4\n', 3],
    ['a,b\n1,2\n"x"y,2\n', 3],
    ['a,b\n1,"2\n3,4\n5,6\n', 2],
  ])("stops at a broken quote, at the line of its record: %j", async (text, line) => {
    const { faults } = await readCsv(text);
    expect(faults.map((each) => each.line)).toEqual([line]);
  });

  it("takes bytes in pieces that cut characters, and says where they are not UTF-8", async () => {
    const bytes = new TextEncoder().encode("\uFEFFname\nTürkiye\n");
    async function* pieces(all: Uint8Array) {
      for (const byte of all) yield Uint8Array.of(byte);
    }
    expect((await readCsv(pieces(bytes))).records[0]?.cells).toEqual({ name: "Türkiye" });
    const latin = Uint8Array.from([...new TextEncoder().encode("name\nT"), 0xfc, 0x72]);
    expect((await readCsv(pieces(latin))).faults).toEqual([expect.objectContaining({ code: "bad-shape" })]);
  });

  it("is strict about columns", async () => {
    const faultsOf = async (text: string) => {
      const { records, faults } = recordsOf(await readCsv(text), ["party", "from"], ["party"]);
      expect(records).toEqual([]);
      return faults.map(({ line, detail }) => `${line}: ${detail}`);
    };
    expect(await faultsOf("party,frm\nA,1\n")).toEqual(['1: There is no column "frm". Did you mean "from"?']);
    expect(await faultsOf("\nparty,party\nA,1\n")).toEqual([
      '2: The column "party" is there twice: leave one.',
    ]);
    expect(await faultsOf("from\n1\n")).toEqual(["1: The header lacks party."]);
    expect(await faultsOf("party;from\nA;1\n")).toEqual(["1: Columns are separated by commas here."]);
    expect(await faultsOf("\n")).toEqual(["1: There is no header: the first line names the columns."]);
  });
});
