/** Examples of the OpenAPI document: coalitions over time, and the panel. A test holds each against its schema. */

const page = { known: { revision: 28, recordedAt: "2026-10-01T00:00:00.000Z" }, total: 1, next: null };
const { known } = page;
const ARAB_LEAGUE = { id: "arab-league", name: "Arab League" };
const EU = { id: "eu", name: "European Union" };
const SYRIA = { id: "SYR", kind: "country" as const, name: "Syria" };
const BRITAIN = { id: "GBR", kind: "country" as const, name: "United Kingdom" };

export const TIMELINE = {
  coalition: ARAB_LEAGUE,
  ...page,
  items: [
    {
      on: "1961-10-31",
      certain: 11,
      possible: 0,
      changes: [
        {
          act: "join" as const,
          party: SYRIA,
          certainty: "certain" as const,
          declaration: "s3ti22o73krdgcvc",
        },
      ],
    },
  ],
};

const SUSPENSION = {
  party: SYRIA,
  on: { earliest: "2011-11-12", latest: "2011-11-12" },
  certainty: "certain" as const,
  declaration: "zsyg6phwzmo5exnl",
};

export const CHANGES = {
  coalition: ARAB_LEAGUE,
  from: "2011-01-01",
  to: "2012-01-01",
  known,
  joined: [],
  left: [],
  suspended: [SUSPENSION],
  reinstated: [],
  succeeded: [],
  roleChanged: [],
};

export const CHANGE_ROWS = [{ change: "suspended" as const, ...SUSPENSION }];

export const PANEL_ROWS = [
  {
    party: BRITAIN,
    cowCode: 200,
    period: "2019",
    coalition: EU,
    certain: 1,
    possible: 0,
    role: "member" as const,
    standing: "active" as const,
  },
];

export const PANEL = {
  from: 2019,
  to: 2021,
  step: "year" as const,
  rule: "dec31" as const,
  layout: "long" as const,
  coalitions: [EU],
  ...page,
  items: PANEL_ROWS,
};
