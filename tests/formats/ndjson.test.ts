/** NDJSON and GraphML written, and NDJSON read with the number of each line. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inChunks } from "../../src/formats/chunks.ts";
import { graphmlLines } from "../../src/formats/graphml.ts";
import { ndjsonPages, readNdjson } from "../../src/formats/ndjson.ts";

describe("NDJSON", () => {
  it("comes back as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), async (values) => {
        let text = "";
        for await (const chunk of inChunks(ndjsonPages([values]))) text += chunk;
        const { lines, faults } = await readNdjson(text);
        expect(faults).toEqual([]);
        const plain = JSON.parse(JSON.stringify(values)) as unknown[];
        expect(lines).toEqual(plain.map((value, index) => ({ line: index + 1, value })));
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("tells every line that is no JSON, and passes over empty ones", async () => {
    const { lines, faults } = await readNdjson('\uFEFF{"a":1}\r\n\r\n{"a":\n3\n{]');
    expect(lines).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 4, value: 3 },
    ]);
    expect(faults.map((each) => each.line)).toEqual([3, 5]);
  });

  it("says from where on the bytes are not UTF-8", async () => {
    async function* pieces() {
      yield new TextEncoder().encode("1\n2\n");
      yield Uint8Array.of(0xff);
    }
    const { faults } = await readNdjson(pieces());
    expect(faults.map((each) => each.line)).toEqual([3]);
  });
});

describe("GraphML", () => {
  const graph = (label: string) =>
    [
      ...graphmlLines(
        [
          { id: "FRA", label: "France", kind: "country" },
          { id: "x", label, kind: "coalition" },
        ],
        [{ source: "FRA", target: "x", weight: 3, certain: 2 }],
      ),
    ].join("");

  it("has a node for each party and a weighted edge for each pair", () => {
    const text = graph("Nobody");
    expect(text).toContain(
      '<node id="FRA"><data key="label">France</data><data key="kind">country</data></node>',
    );
    expect(text).toContain(
      '<edge source="FRA" target="x"><data key="weight">3</data><data key="certain">2</data></edge>',
    );
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<graphml /);
    expect(text).toMatch(/<\/graph>\n<\/graphml>\n$/);
    for (const [, key] of text.matchAll(/<data key="(\w+)"/g))
      expect(text).toContain(`<key id="${key}" for=`);
  });

  it("stays XML whatever a name holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (label) => {
        const text = graph(`${label}\u0000\uD800`);
        const inside = /<node id="x"><data key="label">([^<]*)<\/data>/u.exec(text)?.[1] ?? "<";
        const plain = inside.replace(/&(?:amp|lt|gt|quot|#9|#10|#13);/g, "");
        // XML 1.0 takes the control characters from U+007F on.
        expect(plain.replace(/[\u007F-\u009F]/g, "")).not.toMatch(/[&<>"\p{Cs}\p{Cc}]/u);
      }),
      { numRuns: 500, seed: 5 },
    );
    expect(graph("Trinidad & <Tobago>")).toContain("Trinidad &amp; &lt;Tobago&gt;");
  });
});
