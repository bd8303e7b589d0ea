/** Examples of the OpenAPI document: sets, pairs, look-ups and search. A test holds each against its schema. */

const page = { known: { revision: 28, recordedAt: "2026-10-01T00:00:00.000Z" }, total: 1, next: null };
const { known } = page;
const NATO = { id: "nato", name: "North Atlantic Treaty Organization" };
const EU = { id: "eu", name: "European Union" };
const FRANCE = { id: "FRA", kind: "country" as const, name: "France" };
const GERMANY = { id: "DEU", kind: "country" as const, name: "Germany" };
const certain = (count: number) => ({ certain: count, possible: 0 });

export const SHARED = {
  parties: [FRANCE, GERMANY],
  on: "2010-01-01",
  ...page,
  items: [
    {
      coalition: NATO,
      from: { edtf: "1955-05-06", earliest: "1955-05-06", latest: "1955-05-06" },
      to: null,
      certainty: "certain" as const,
    },
  ],
};

export const OVERLAP = {
  on: "2024-12-31",
  coalitions: [NATO, EU],
  inAll: [{ party: FRANCE, certainty: "certain" as const }],
  ...page,
  items: [
    {
      a: NATO,
      b: EU,
      sizeA: certain(32),
      sizeB: certain(27),
      both: certain(23),
      jaccard: 0.6388888888888888,
    },
  ],
};

export const NETWORK = {
  on: "2024-12-31",
  known,
  coalitions: [NATO, EU],
  nodes: [
    { ...GERMANY, coalitions: certain(2) },
    { ...FRANCE, coalitions: certain(2) },
  ],
  edges: [{ source: "DEU", target: "FRA", weight: 2, certain: 2, possible: 0 }],
};

export const SEARCH = {
  ...page,
  items: [
    {
      id: "SWZ",
      kind: "country" as const,
      name: "Eswatini",
      match: "exact" as const,
      matched: { name: "Swaziland", lang: null, from: null, until: "2018-04-19", former: true },
    },
  ],
};

export const LOOKUP_ROW = {
  party: "UK",
  day: "2019-12-31",
  coalition: "European Union",
  status: "found" as const,
  partyId: "GBR",
  coalitionId: "eu",
  certain: 1,
  possible: 0,
  role: "member" as const,
  standing: "active" as const,
  candidates: [],
  detail: null,
};
