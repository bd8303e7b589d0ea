/**
 * The tables of the ledger: what was ever taken in, never changed and never deleted. STRICT and
 * the triggers that guard them stand in the migration, since Drizzle has no words for them.
 */
import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { COUNTINGS } from "../../domain/claim.ts";
import { ACTS, CONFIDENCES, ROLES } from "../../domain/declaration.ts";
import { STANDINGS } from "../../domain/spell.ts";
import { boundsCheck, listCheck, wordCheck } from "./checks.ts";

export const revisions = sqliteTable(
  "revisions",
  {
    number: integer().primaryKey(),
    recordedAt: text("recorded_at").notNull().unique(),
    recordedBy: text("recorded_by").notNull(),
    message: text().notNull(),
    imported: integer({ mode: "boolean" }).notNull(),
    declarations: integer().notNull(),
    retractions: integer().notNull(),
    claims: integer().notNull(),
    coalitions: integer().notNull(),
    parties: integer().notNull(),
  },
  (t) => [
    check("revisions_number", sql`${t.number} >= 1`),
    check("revisions_recorded_at", sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${t.recordedAt}) is ${t.recordedAt}`),
    check("revisions_imported", sql`${t.imported} in (0, 1)`),
    check(
      "revisions_counts",
      sql`min(${t.declarations}, ${t.retractions}, ${t.claims}, ${t.coalitions}, ${t.parties}) >= 0`,
    ),
  ],
);

/** The revision that a line came with and its place in it. */
const line = {
  revision: integer()
    .notNull()
    .references(() => revisions.number),
  place: integer().notNull(),
};

/** The ids that a declaration may name as its coalition; filled by a trigger. */
export const coalitions = sqliteTable("coalitions", { id: text().primaryKey() });

/** The ids that a declaration may name as its party: coalitions too. Filled by a trigger. */
export const parties = sqliteTable("parties", { id: text().primaryKey() });

/** Each state of a coalition's entry, whole. */
export const coalitionVersions = sqliteTable(
  "coalition_versions",
  { ...line, id: text().notNull(), entry: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.revision, t.place] }),
    index("coalition_versions_by_id").on(t.id, t.revision, t.place),
    check("coalition_versions_entry", sql`json_extract(${t.entry}, '$.id') is ${t.id}`),
  ],
);

/** Each state of the entry of a country or other party, whole. */
export const partyVersions = sqliteTable(
  "party_versions",
  { ...line, id: text().notNull(), entry: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.revision, t.place] }),
    index("party_versions_by_id").on(t.id, t.revision, t.place),
    check("party_versions_entry", sql`json_extract(${t.entry}, '$.id') is ${t.id}`),
  ],
);

export const declarations = sqliteTable(
  "declarations",
  {
    id: text().primaryKey(),
    ...line,
    digest: text().notNull(),
    ref: text(),
    coalition: text()
      .notNull()
      .references(() => coalitions.id),
    party: text().references(() => parties.id),
    act: text({ enum: ACTS }).notNull(),
    role: text({ enum: ROLES }),
    predecessors: text({ mode: "json" }).$type<readonly string[]>().notNull(),
    declaredEdtf: text("declared_edtf"),
    declaredEarliest: text("declared_earliest"),
    declaredLatest: text("declared_latest"),
    effectiveEdtf: text("effective_edtf").notNull(),
    effectiveEarliest: text("effective_earliest").notNull(),
    effectiveLatest: text("effective_latest").notNull(),
    rescinds: text().references((): AnySQLiteColumn => declarations.id),
    supersedes: text()
      .unique()
      .references((): AnySQLiteColumn => declarations.id),
    title: text(),
    scope: text({ mode: "json" }).$type<readonly string[]>().notNull(),
    confidence: text({ enum: CONFIDENCES }),
    note: text(),
  },
  (t) => [
    uniqueIndex("declarations_by_line").on(t.revision, t.place),
    index("declarations_by_coalition").on(t.coalition, t.revision, t.place),
    // What one party did in one coalition, which is all that one more act of it is read with.
    index("declarations_of_party_in").on(t.coalition, t.party),
    index("declarations_by_party").on(t.party, t.revision, t.place),
    index("declarations_by_ref").on(t.ref, t.revision, t.place),
    index("declarations_by_digest").on(t.digest, t.revision, t.place),
    index("declarations_by_rescinds").on(t.rescinds),
    index("declarations_by_effective").on(t.effectiveEarliest, t.effectiveLatest),
    // Announced before the day of effect: what may be pending on a day is found without reading the others.
    index("declarations_announced")
      .on(t.coalition, t.declaredLatest, t.effectiveLatest, t.id)
      .where(sql`declared_latest is not null`),
    wordCheck("declarations_act", t.act, ACTS),
    wordCheck("declarations_role", t.role, ROLES),
    check("declarations_role_of_join", sql`(${t.role} is not null) = (${t.act} = 'join')`),
    check("declarations_party", sql`${t.party} is not null or ${t.act} = 'dissolve'`),
    check("declarations_rescinds", sql`(${t.rescinds} is not null) = (${t.act} = 'rescind')`),
    wordCheck("declarations_confidence", t.confidence, CONFIDENCES),
    listCheck("declarations_predecessors", t.predecessors),
    listCheck("declarations_scope", t.scope),
    boundsCheck("declarations_effective", t.effectiveEarliest, t.effectiveLatest),
    boundsCheck("declarations_declared", t.declaredEarliest, t.declaredLatest),
    check(
      "declarations_declared_whole",
      sql`(${t.declaredEdtf} is null) = (${t.declaredEarliest} is null)
        and (${t.declaredEdtf} is null) = (${t.declaredLatest} is null)`,
    ),
  ],
);

/** Who is taken over by which succession; filled by a trigger from `declarations.predecessors`. */
export const predecessors = sqliteTable(
  "predecessors",
  {
    party: text()
      .notNull()
      .references(() => parties.id),
    declaration: text()
      .notNull()
      .references(() => declarations.id),
  },
  (t) => [primaryKey({ columns: [t.party, t.declaration] })],
);

/** Whose sources claim an ordinal; filled by a trigger from `citations.claims`. */
export const ordinalClaims = sqliteTable(
  "ordinal_claims",
  {
    coalition: text()
      .notNull()
      .references(() => coalitions.id),
    declaration: text()
      .notNull()
      .references(() => declarations.id),
  },
  (t) => [primaryKey({ columns: [t.coalition, t.declaration] })],
);

export const claims = sqliteTable(
  "claims",
  {
    id: text().primaryKey(),
    ...line,
    digest: text().notNull(),
    ref: text(),
    coalition: text()
      .notNull()
      .references(() => coalitions.id),
    onEdtf: text("on_edtf").notNull(),
    onEarliest: text("on_earliest").notNull(),
    onLatest: text("on_latest").notNull(),
    total: integer().notNull(),
    role: text({ enum: ROLES }).notNull(),
    standing: text({ enum: STANDINGS }),
    counting: text({ enum: COUNTINGS }).notNull(),
    except: text({ mode: "json" }).$type<readonly string[]>().notNull(),
    note: text(),
  },
  (t) => [
    uniqueIndex("claims_by_line").on(t.revision, t.place),
    index("claims_by_coalition").on(t.coalition, t.onEarliest, t.onLatest, t.id),
    index("claims_by_ref").on(t.ref, t.revision, t.place),
    boundsCheck("claims_on", t.onEarliest, t.onLatest),
    check("claims_total", sql`${t.total} >= 0`),
    wordCheck("claims_role", t.role, ROLES),
    wordCheck("claims_standing", t.standing, STANDINGS),
    wordCheck("claims_counting", t.counting, COUNTINGS),
    listCheck("claims_except", t.except),
  ],
);

/** A source as one declaration or claim cites it; `source` is the same for the same document. */
export const citations = sqliteTable(
  "citations",
  {
    source: text().notNull(),
    declaration: text().references(() => declarations.id),
    claim: text().references(() => claims.id),
    place: integer().notNull(),
    url: text(),
    title: text().notNull(),
    publisher: text(),
    published: text(),
    accessed: text(),
    claims: text(),
  },
  (t) => [
    unique("citations_of_declaration").on(t.declaration, t.place),
    unique("citations_of_claim").on(t.claim, t.place),
    index("citations_by_source").on(t.source),
    check("citations_owner", sql`(${t.declaration} is null) <> (${t.claim} is null)`),
    check("citations_accessed", sql`date(${t.accessed}) is ${t.accessed}`),
    check("citations_claims", sql`json_valid(${t.claims})`),
  ],
);

/** Takes back, in the ledger, one declaration or one claim. */
export const retractions = sqliteTable(
  "retractions",
  {
    ...line,
    declaration: text()
      .unique()
      .references(() => declarations.id),
    claim: text()
      .unique()
      .references(() => claims.id),
    reason: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revision, t.place] }),
    check("retractions_of", sql`(${t.declaration} is null) <> (${t.claim} is null)`),
  ],
);
