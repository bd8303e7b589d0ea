/** A seed of two coalitions and a few parties, small enough to be wrong in one place at a time. */

const COUNTRIES = `
- id: AAA
  name: Aland
  names: { fr: Alande }
  codeStatus: official
  alpha2: AA
  numeric: 004
  codesFrom: 1993-06-15
  otherCodes: [ { code: AX, from: 1974-01-01, until: 1993-06-15 } ]
  region: Europe
  subregion: Northern Europe
  independent: true
  capital: Alville
  flag: 🏳️
  position: [1.5, -2]
  aliases: [ { name: Old Aland, lang: en, until: 1990-01-01 } ]
  predecessors: [ BBBB ]
  note: >-
    A country
    made up.

- id: BBBB
  name: Bland
  codeStatus: withdrawn
  successors: [ AAA ]
  until: 1991-12-26
`;

const OTHERS = `
- id: x-league-2nd
  kind: unidentified
  name: Unidentified second member of the League
- id: x-movement
  kind: other
  name: The Movement
`;

const LEAGUE = `
id: league
name: The League
shortName: L
names: { es: La Liga }
aliases:
  - { name: The Old League, until: 2001-05-01 }
kind: alliance
founded: 1980-01
website: https://league.example
coverage: complete
coverageNote: Everyone.
sources:
  charter: { url: "https://league.example/charter", title: Charter, publisher: The League, published: 1980-01-05, accessed: 2026-11-22 }
  gazette: { url: "https://gazette.example/1", title: The Gazette, published: 2025-12 }
  hearsay: { title: General knowledge }
declarations:
  - { ref: BBBB-join-1980, party: BBBB, act: join, effective: 1980-01-05, ordinal: 1, confidence: high, sources: [charter, hearsay] }
  - { ref: AAA-succeed-1991, party: AAA, act: succeed, predecessors: [BBBB], effective: 1991-12-24, sources: [hearsay] }
  - { ref: movement-join-2000, party: x-movement, act: join, role: observer, effective: ../2000, sources: [hearsay], note: as a guest }
  - { ref: x-join-2026, party: x-league-2nd, act: join, effective: 2026-02-03/2026-03-04, sources: [hearsay] }
  - { ref: AAA-withdraw-2027, party: AAA, act: withdraw, declared: 2025-11-15, effective: 2027-01-01, title: Notice, scope: [political, military], sources: [hearsay] }
  - { ref: AAA-rescind-2025, party: AAA, act: rescind, rescinds: AAA-withdraw-2027, effective: 2025-11-20, sources: [charter] }
claims:
  - { ref: total-1981, on: 1981, total: 1, source: charter }
  - { ref: total-2026, on: 2026-03-04, total: 2, standing: active, counting: countries, except: [x-league-2nd], source: gazette, note: a note }
`;

const POST = `
id: post
name: The Post
kind: other
coverage: none
coverageNote: Only a party of others.
`;

/** Path → text, as `seedFiles` gives them. */
export const SMALL_SEED: ReadonlyMap<string, string> = new Map([
  ["parties/countries.yaml", COUNTRIES.trimStart()],
  ["parties/others.yaml", OTHERS.trimStart()],
  ["coalitions/league.yaml", LEAGUE.trimStart()],
  ["coalitions/post.yaml", POST.trimStart()],
]);

/** The small seed with one text replaced. */
export function withText(path: string, text: string, instead: string): Map<string, string> {
  const before = SMALL_SEED.get(path) ?? "";
  if (before.split(text).length !== 2) throw new Error(`"${text}" does not stand once in ${path}.`);
  // A function, since `$` in a replacement text is not meant.
  return new Map(SMALL_SEED).set(
    path,
    before.replace(text, () => instead),
  );
}
