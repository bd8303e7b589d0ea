/** The examples of what is known of knowledge itself: sources, what was learned, lines of the ledger. */
import { DECLARATION_ID, DECLARATION_LIST } from "./examples.ts";

export const SOURCE_ID = "f8443be11e51b2c7";

const page = { known: DECLARATION_LIST.known, total: 1, next: null };
const [declaration] = DECLARATION_LIST.items as [(typeof DECLARATION_LIST.items)[number]];
const { claims: _claims, ...source } = declaration.sources[0] as (typeof declaration.sources)[number];

const SOURCE = { id: SOURCE_ID, ...source, declarations: [DECLARATION_ID], claims: [] };

export const SOURCE_LIST = { ...page, items: [SOURCE] };
export const SOURCE_DETAIL = { known: page.known, ...SOURCE };

export const KNOWLEDGE = {
  coalition: declaration.coalition,
  from: { revision: 1, recordedAt: "2025-11-01T00:00:00.000Z" },
  to: page.known,
  ...page,
  items: [
    {
      change: "appeared" as const,
      party: declaration.party,
      before: null,
      after: {
        role: "member" as const,
        standing: "active" as const,
        joined: declaration.effective,
        from: declaration.effective,
        to: null,
        ended: false,
        endedBy: null,
        confidence: "high" as const,
        declarations: [DECLARATION_ID],
      },
      declarations: [DECLARATION_ID],
    },
  ],
};

export const FED_LINE = {
  kind: "retraction" as const,
  revision: 31,
  of: DECLARATION_ID,
  reason: "The source speaks of another accord.",
};
