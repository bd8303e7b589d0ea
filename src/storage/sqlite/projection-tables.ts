/**
 * The tables of the projection: what the declarations amount to, at every revision. A row holds for the
 * revisions `known_from <= r < known_to`. Nothing of it is changed but `known_to`, once.
 */

import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CONFIDENCES, ROLES } from "../../domain/declaration.ts";
import { FINDING_SEVERITIES, type FindingKind } from "../../domain/finding.ts";
import { ENDINGS, STANDINGS } from "../../domain/spell.ts";
import { boundsCheck, dayOrOpen, listCheck, spanCheck, wordCheck } from "./checks.ts";
import { coalitions, declarations, parties, revisions } from "./ledger-tables.ts";

/** The `known_to` of a row that still holds: after every revision, and exact as a JavaScript number. */
export const OPEN = Number.MAX_SAFE_INTEGER;

const FINDING_KINDS = Object.keys(FINDING_SEVERITIES) as [FindingKind, ...FindingKind[]];

const known = {
  knownFrom: integer("known_from")
    .notNull()
    .references(() => revisions.number),
  knownTo: integer("known_to").notNull(),
};
const coalition = text()
  .notNull()
  .references(() => coalitions.id);
const party = text()
  .notNull()
  .references(() => parties.id);

/** Without a rowid and with a key that begins with the coalition: its rows lie together, in reply order. */
export const spells = sqliteTable(
  "spells",
  {
    coalition,
    party,
    position: integer().notNull(),
    ...known,
    chain: integer().notNull(),
    role: text({ enum: ROLES }).notNull(),
    standing: text({ enum: STANDINGS }).notNull(),
    joinedEdtf: text("joined_edtf").notNull(),
    joinedEarliest: text("joined_earliest").notNull(),
    joinedLatest: text("joined_latest").notNull(),
    fromEdtf: text("from_edtf").notNull(),
    fromEarliest: text("from_earliest").notNull(),
    fromLatest: text("from_latest").notNull(),
    /** Null while nothing ends the spell; both bounds are then after all days. */
    toEdtf: text("to_edtf"),
    toEarliest: text("to_earliest").notNull(),
    toLatest: text("to_latest").notNull(),
    endedBy: text("ended_by", { enum: ENDINGS }),
    accession: text().references(() => parties.id),
    confidence: text({ enum: CONFIDENCES }),
    declarations: text({ mode: "json" }).$type<readonly string[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.coalition, t.party, t.position, t.knownFrom] }),
    index("spells_by_party").on(t.party),
    spanCheck("spells_known", t.knownFrom, t.knownTo),
    wordCheck("spells_role", t.role, ROLES),
    wordCheck("spells_standing", t.standing, STANDINGS),
    boundsCheck("spells_joined", t.joinedEarliest, t.joinedLatest),
    boundsCheck("spells_from", t.fromEarliest, t.fromLatest),
    boundsCheck("spells_to", t.toEarliest, t.toLatest),
    check("spells_open", sql`${t.toEdtf} is not null or ${t.toEarliest} = '9999-99-99'`),
    wordCheck("spells_ended_by", t.endedBy, ENDINGS),
    wordCheck("spells_confidence", t.confidence, CONFIDENCES),
    listCheck("spells_declarations", t.declarations),
  ],
);

export const accessions = sqliteTable(
  "accessions",
  {
    coalition,
    party,
    ...known,
    earliest: text().notNull(),
    latest: text().notNull(),
    declarations: text({ mode: "json" }).$type<readonly string[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.coalition, t.party, t.knownFrom] }),
    spanCheck("accessions_known", t.knownFrom, t.knownTo),
    boundsCheck("accessions_bounds", t.earliest, t.latest),
    listCheck("accessions_declarations", t.declarations),
  ],
);

export const findings = sqliteTable(
  "findings",
  {
    id: integer().primaryKey(),
    coalition,
    party: text().references(() => parties.id),
    kind: text({ enum: FINDING_KINDS }).notNull(),
    /** Names of declarations, or of the claim. */
    declarations: text({ mode: "json" }).$type<readonly string[]>().notNull(),
    detail: text().notNull(),
    ...known,
  },
  (t) => [
    index("findings_in_order").on(t.coalition, t.party, t.kind, t.declarations),
    index("findings_by_kind").on(t.kind),
    spanCheck("findings_known", t.knownFrom, t.knownTo),
    wordCheck("findings_kind", t.kind, FINDING_KINDS),
    listCheck("findings_declarations", t.declarations),
  ],
);

/** The key leads to the acts to come: those of a coalition that are effective after a day. */
export const inForce = sqliteTable(
  "in_force",
  {
    coalition,
    effectiveEarliest: text("effective_earliest").notNull(),
    effectiveLatest: text("effective_latest").notNull(),
    declaration: text()
      .notNull()
      .references(() => declarations.id),
    ...known,
    rescindedBy: text("rescinded_by").references(() => declarations.id),
    rescindedLatest: text("rescinded_latest"),
  },
  (t) => [
    primaryKey({ columns: [t.coalition, t.effectiveEarliest, t.declaration, t.knownFrom] }),
    index("in_force_by_declaration").on(t.declaration, t.knownFrom),
    index("in_force_by_effective").on(t.effectiveEarliest),
    spanCheck("in_force_known", t.knownFrom, t.knownTo),
    boundsCheck("in_force_effective", t.effectiveEarliest, t.effectiveLatest),
    check("in_force_rescinded", dayOrOpen(t.rescindedLatest)),
    check("in_force_rescinded_whole", sql`(${t.rescindedBy} is null) = (${t.rescindedLatest} is null)`),
  ],
);
