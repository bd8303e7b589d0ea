/** Declarations as sentences, and places in the order of accession as words. */
import { describe, expect, it } from "vitest";
import { ACTS } from "../../src/domain/declaration.ts";
import { type Declared, sentenceOf } from "../../src/explorer/words/acts.ts";
import { coalitionInSentence, partyInSentence } from "../../src/explorer/words/articles.ts";
import { placeInWords } from "../../src/explorer/words/ordinals.ts";

const country = (name: string) => ({ kind: "country", name });
const ICC: Declared = {
  act: "withdraw",
  party: country("Hungary"),
  coalition: { name: "International Criminal Court" },
  role: null,
  predecessors: [],
};
const JOINED: Declared = { ...ICC, act: "join", party: country("Syria"), role: "member" };

describe("a declaration as a sentence", () => {
  it("says who joined what, and as what", () => {
    const coalition = { name: "Global Coalition against Daesh" };
    expect(sentenceOf({ ...JOINED, coalition }, "past")).toBe(
      "Syria joined the Global Coalition against Daesh as a member",
    );
    expect(sentenceOf({ ...JOINED, coalition: { name: "BRICS" }, role: "observer" }, "coming")).toBe(
      "Syria is to join BRICS as an observer",
    );
  });

  it("says of what was taken back that it was meant only", () => {
    expect(sentenceOf(ICC, "meant")).toBe("Hungary was to leave the International Criminal Court");
    expect(sentenceOf({ ...ICC, act: "rescind" }, "past", ICC)).toBe(
      "Hungary took back its withdrawal from the International Criminal Court",
    );
    expect(sentenceOf({ ...ICC, act: "rescind" }, "past")).toBe(
      "Hungary took back a declaration about the International Criminal Court",
    );
  });

  it("names all whose seats were taken over", () => {
    const predecessors = [country("Tanganyika"), country("Zanzibar")];
    const taken = { ...ICC, act: "succeed", party: country("Tanzania"), predecessors } as const;
    expect(sentenceOf({ ...taken, coalition: { name: "United Nations" } }, "past")).toBe(
      "Tanzania took over the seats of Tanganyika and Zanzibar in the United Nations",
    );
  });

  it("says that a coalition ended where no party is named", () => {
    expect(sentenceOf({ ...ICC, act: "dissolve", party: null }, "past")).toBe(
      "The International Criminal Court came to an end",
    );
  });

  it.each(ACTS)("is one of its own for %s", (act) => {
    const sentences = (["past", "coming", "meant"] as const).map((tense) =>
      sentenceOf({ ...ICC, act }, tense),
    );
    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences)
      expect(sentence).toMatch(/^Hungary .* the International Criminal Court$/);
    const others = ACTS.filter((other) => other !== act).map((other) =>
      sentenceOf({ ...ICC, act: other }, "past"),
    );
    expect(others).not.toContain(sentences[0]);
  });
});

describe("a name in a sentence", () => {
  it.each([
    ["France", "France"],
    ["United Kingdom", "the United Kingdom"],
    ["Soviet Union", "the Soviet Union"],
    ["Democratic Republic of the Congo", "the Democratic Republic of the Congo"],
  ])("%s: %s", (name, within) => expect(partyInSentence(country(name))).toBe(within));

  it("begins small where the party is not identified", () => {
    expect(partyInSentence({ kind: "unidentified", name: "Unidentified 87th member of X" })).toBe(
      "the unidentified 87th member of X",
    );
  });

  it.each([
    ["BRICS", "BRICS"],
    ["Five Eyes", "Five Eyes"],
    ["OPEC+", "OPEC+"],
    ["Group of Seven", "the Group of Seven"],
    ["Artemis Accords", "the Artemis Accords"],
    ["Multi-National Force – Iraq", "the Multi-National Force – Iraq"],
  ])("%s: %s", (name, within) => expect(coalitionInSentence(name)).toBe(within));
});

describe("a place in the order of accession", () => {
  it.each([
    [1, 1, "1st"],
    [22, 22, "22nd"],
    [113, 113, "113th"],
    [1, 12, "one of the first 12"],
    [26, 31, "26th to 31st"],
  ])("%d to %d is %s", (earliest, latest, words) => {
    expect(placeInWords({ earliest, latest })).toBe(words);
  });
});
