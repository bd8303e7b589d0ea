/** The examples of the OpenAPI document, told with Syria; a test holds each against its schema. */

const day = (text: string) => ({ edtf: text, earliest: text, latest: text });
const counts = (certain: number) => ({ certain, possible: 0 });
const page = { known: { revision: 28, recordedAt: "2026-10-01T00:00:00.000Z" }, total: 1, next: null };
const { known } = page;

const COALITION = { id: "global-coalition-against-daesh", name: "Global Coalition against Daesh" };
const ARAB_LEAGUE = { id: "arab-league", name: "Arab League" };
const SYRIA = { id: "SYR", kind: "country" as const, name: "Syria" };
const FOUNDED = { edtf: "2014-09", earliest: "2014-09-01", latest: "2014-09-30" };
const JOINED = { edtf: "2025-11-10/2025-11-11", earliest: "2025-11-10", latest: "2025-11-11" };
const COVERAGE = {
  coverage: "partial" as const,
  coverageNote: "Every member up to the total of 90 is here, but the 87th is not identified.",
};

export const DECLARATION_ID = "sktypyzznz3eljqz";

const SOURCE = {
  url: "https://overviewpress.com/articleExpanded/7j9hTV1yAVXU3zb2HYbn4h/11-11-2025-19/syria-signs-up-to-us-led-coalition-against-isil",
  title: "Syria signs up to US-led coalition against ISIL",
  publisher: "Al Jazeera, in Overview Press",
  published: day("2025-11-11"),
  accessed: "2026-11-22",
  claims: { ordinal: 90, effective: null },
};

const ENTRY = { names: {}, aliases: [], note: null, retired: false, edited: 1 };

const COALITION_ENTRY = {
  ...COALITION,
  ...ENTRY,
  ...COVERAGE,
  kind: "military-coalition" as const,
  names: { fr: "Coalition mondiale contre Daech" },
  aliases: [{ name: "Global Coalition to Defeat ISIS", lang: null, from: null, until: null }],
  shortName: "Global Coalition",
  founded: FOUNDED,
  website: "https://theglobalcoalition.org",
  memberCount: counts(90),
};

export const COALITION_LIST = { on: "2025-11-12", ...page, items: [COALITION_ENTRY] };

const NOBODY = { ...counts(0), byStanding: { active: counts(0), suspended: counts(0) } };

export const COALITION_DETAIL = {
  on: "2025-11-12",
  known,
  ...COALITION_ENTRY,
  counts: {
    member: { ...counts(90), byStanding: { active: counts(90), suspended: counts(0) } },
    associate: NOBODY,
    observer: NOBODY,
    partner: NOBODY,
  },
  firstChange: FOUNDED,
  lastChange: JOINED,
};

const NINETIETH = {
  coalition: COALITION,
  party: SYRIA,
  role: "member" as const,
  standing: "active" as const,
  certainty: "certain" as const,
  joined: JOINED,
  from: JOINED,
  to: null,
  ended: false,
  endedBy: null,
  ordinal: { earliest: 90, latest: 90 },
  claimedOrdinals: [
    { claimed: 90, reading: "accession" as const, verdict: "match" as const, source: SOURCE },
  ],
  confidence: "high" as const,
  pending: [],
  alternatives: [],
  declarations: [DECLARATION_ID],
};

export const ROSTER = {
  coalition: { ...COALITION, ...COVERAGE },
  on: "2025-11-12",
  counts: {
    ...counts(90),
    byKind: { country: counts(84), coalition: counts(5), unidentified: counts(1), other: counts(0) },
    byStanding: { active: counts(90), suspended: counts(0) },
  },
  pending: [],
  ...page,
  items: [NINETIETH],
};

export const CLAIM_LIST = {
  coalition: COALITION,
  verdicts: { match: 1, consistent: 0, mismatch: 0 },
  ...page,
  items: [
    {
      id: `${DECLARATION_ID}:1`,
      on: JOINED,
      ordinal: 90,
      party: SYRIA,
      declaration: DECLARATION_ID,
      role: "member" as const,
      counting: "members" as const,
      derived: { earliest: 90, latest: 90 },
      verdict: "match" as const,
      reading: "accession" as const,
      source: SOURCE,
    },
  ],
};

const COUNTRY_ENTRY = {
  ...SYRIA,
  ...ENTRY,
  names: { ar: "سوريا", es: "Siria", fr: "Syrie", ru: "Сирия", zh: "叙利亚" },
  aliases: [{ name: "Syrian Arab Republic", lang: null, from: null, until: null }],
  note: "From 22 February 1958 to 28 September 1961 part of the United Arab Republic.",
  codeStatus: "official" as const,
  alpha2: "SY",
  numeric: "760",
  codesFrom: null,
  otherCodes: [],
  region: "Asia",
  subregion: "Western Asia",
  independent: true,
  capital: "Damascus",
  flag: "🇸🇾",
  position: { latitude: 35.02, longitude: 38.48 },
  predecessors: [],
  successors: [],
  from: null,
  until: null,
};

export const COUNTRY_LIST = { on: "2025-11-12", ...page, items: [COUNTRY_ENTRY] };
export const COUNTRY_DETAIL = { known, ...COUNTRY_ENTRY };

const PARTY_ENTRY = {
  id: "x-global-coalition-87th",
  kind: "unidentified" as const,
  name: "Unidentified 87th member of the Global Coalition against Daesh",
  ...ENTRY,
  note: "The published total went from 86 to 87 between 2023-09-25 and 2024-09-30.",
};

export const PARTY_LIST = { ...page, items: [PARTY_ENTRY] };
export const PARTY_DETAIL = { known, ...PARTY_ENTRY };

const SUSPENDED = {
  ...NINETIETH,
  coalition: ARAB_LEAGUE,
  standing: "suspended" as const,
  joined: { edtf: "1961-10~", earliest: "1961-10-01", latest: "1961-10-31" },
  from: day("2011-11-12"),
  to: day("2023-05-07"),
  ended: true,
  endedBy: "reinstate" as const,
  ordinal: { earliest: 1, latest: 6 },
  claimedOrdinals: [],
  confidence: "low" as const,
  declarations: ["s3ti22o73krdgcvc", "zsyg6phwzmo5exnl", "kj2vnztg36sqjw5f"],
};

export const PARTY_MEMBERSHIPS = { party: SYRIA, on: "2011-11-13", ...page, items: [SUSPENDED] };
export const MEMBERSHIP_LIST = { on: "2011-11-13", ...page, items: [SUSPENDED] };

const DECLARATION = {
  id: DECLARATION_ID,
  ref: "global-coalition-against-daesh/SYR-join-2025",
  revision: 3,
  recordedAt: "2025-11-11T00:00:00.000Z",
  recordedBy: "seed",
  state: "in-force" as const,
  coalition: COALITION,
  party: SYRIA,
  act: "join" as const,
  role: "member" as const,
  predecessors: [],
  declared: day("2025-11-10"),
  effective: JOINED,
  rescinds: null,
  supersedes: null,
  title: "Declaration of political cooperation",
  scope: ["political"],
  confidence: "high" as const,
  note: "Announced on Monday 10 November; formally welcomed in Riyadh on 2026-02-09.",
  sources: [SOURCE],
};

export const DECLARATION_LIST = { ...page, items: [DECLARATION] };
export const DECLARATION_DETAIL = {
  known,
  ...DECLARATION,
  history: [
    {
      event: "declared" as const,
      revision: 3,
      recordedAt: "2025-11-11T00:00:00.000Z",
      recordedBy: "seed",
      declaration: DECLARATION_ID,
    },
  ],
};

const REVISION = {
  revision: 3,
  recordedAt: "2025-11-11T00:00:00.000Z",
  recordedBy: "seed",
  message: "What was published on 2025-11-11",
  imported: true,
  counts: { declarations: 1, retractions: 0, claims: 1, coalitions: 0, parties: 0 },
};

export const REVISION_LIST = { ...page, items: [REVISION] };
export const REVISION_DETAIL = { known, ...REVISION };

export const FINDING_LIST = {
  ...page,
  items: [
    {
      kind: "citation-not-read" as const,
      severity: "doubt" as const,
      coalition: COALITION,
      party: SYRIA,
      detail: "A source was not read for this ledger: read it, and give the day as `accessed`.",
      declarations: [DECLARATION_ID],
    },
  ],
};

export const PROBLEM_PAGE = {
  type: "/problems/invalid-parameter",
  title: "A parameter is not as it should be",
  status: 400,
  explanation: "A query parameter is unknown, given twice, or has a value that it cannot have.",
};

export const INDEX = {
  name: "Accession",
  version: "0.1.0",
  documentation: "/docs",
  openapi: "/openapi.json",
  paths: [
    {
      path: "/v1/coalitions/{id}/members",
      methods: ["GET", "HEAD"],
      summary: "The roster: who is in on a day",
    },
  ],
};

export const META = {
  name: "Accession",
  version: "0.1.0",
  rulesVersion: 1,
  known,
  counts: {
    coalitions: 36,
    countries: 266,
    parties: 309,
    declarations: 1475,
    inForce: 1475,
    spells: 1363,
    claims: 123,
    findings: 876,
  },
  stability: "Within /v1 nothing is taken away and no meaning changes.",
  citation: "Accession, revision 28, recorded 2026-10-01T00:00:00.000Z. Data under CC BY 4.0.",
  licences: { code: "MIT", data: "CC BY 4.0" },
};
