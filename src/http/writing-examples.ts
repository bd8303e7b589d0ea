/** The examples of the writing paths in the OpenAPI document; a test sends each of them. */
import { DECLARATION_ID } from "./examples.ts";

const SOURCE = {
  url: "https://example.org/news/2027-03-01",
  title: "A new member signs",
  publisher: "Example News",
  published: "2027-03-01",
  accessed: "2027-03-02",
};

export const SENT_DECLARATION = {
  ref: "my-file/artemis-vaticano",
  coalition: "artemis-accords",
  party: "VAT",
  act: "join" as const,
  role: "member" as const,
  declared: "2027-02",
  effective: "2027-03-01",
  title: "Signature of the Artemis Accords",
  confidence: "high" as const,
  sources: [SOURCE],
};

export const SENT_CSV = [
  "ref,coalition,party,act,effective,source_url,source_title",
  "my-file/1,artemis-accords,VAT,join,2027-03-01,https://example.org/news/2027-03-01,A new member signs",
  "my-file/2,artemis-accords,AND,join,2027-03-02,https://example.org/news/2027-03-02,Another one signs",
  "",
].join("\r\n");

export const SENT_SPELLS = [
  "coalition,party,role,from,to,source_title",
  "artemis-accords,VAT,member,2027-03-01,2029-01-01,Yearbook of accords",
  "artemis-accords,AND,member,2027-03-02,,Yearbook of accords",
  "",
].join("\r\n");

export const SENT_RETRACTION = { reason: "The source speaks of another accord." };

export const SENT_CLAIM = {
  ref: "my-file/total",
  on: "2025-11-11",
  total: 90,
  counting: "members" as const,
  source: { url: "https://example.org/partners", title: "Partners" },
};

export const SENT_COALITION = {
  id: "x-alliance",
  kind: "alliance" as const,
  name: "The Example Alliance",
  shortName: "Example",
  founded: "2027-03",
  coverage: "partial" as const,
  coverageNote: "Only what was announced is here.",
};
export const SENT_COUNTRY = {
  id: "x-atlantis",
  kind: "country" as const,
  name: "Atlantis",
  region: "Europe",
  independent: false,
  from: "2027-01-01",
};
export const SENT_PARTY = { id: "x-observatory", kind: "other" as const, name: "The Observatory" };

const WRITTEN = {
  revision: 31,
  recordedAt: "2027-03-02T09:30:00.000Z",
  created: 1,
  unchanged: 0,
  superseded: 0,
  findings: [],
  findingCount: 0,
};

export const DECLARATIONS_WRITTEN = {
  ...WRITTEN,
  declarations: [{ id: DECLARATION_ID, ref: SENT_DECLARATION.ref, outcome: "created" as const }],
};
export const RETRACTION_WRITTEN = { ...WRITTEN, retracted: DECLARATION_ID };
export const CLAIM_ID = "q3b5mcrxd6k2vzqj";
export const CLAIMS_WRITTEN = {
  ...WRITTEN,
  claims: [{ id: CLAIM_ID, ref: SENT_CLAIM.ref, outcome: "created" as const }],
};
export const ENTRY_WRITTEN = {
  ...WRITTEN,
  entry: { id: SENT_COALITION.id, outcome: "created" as const, edited: 31 },
};
