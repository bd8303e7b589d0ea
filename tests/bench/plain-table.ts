/** The same spells as a plain table with a fair index, for the peers that publish tables. */
import { writeFileSync } from "node:fs";
import SqliteDatabase from "better-sqlite3";

const OPEN = Number.MAX_SAFE_INTEGER;

/** From what stands at the newest revision. */
export function plainTable(database: string, target: string): void {
  const sqlite = new SqliteDatabase(target);
  sqlite.exec("PRAGMA journal_mode = WAL");
  sqlite.prepare("ATTACH ? AS ours").run(database);
  sqlite.exec(`
    CREATE TEMP TABLE names AS
      SELECT id, json_extract(entry, '$.name') AS name, json_extract(entry, '$.kind') AS kind
      FROM (SELECT id, entry, revision FROM ours.party_versions
            UNION ALL SELECT id, json_set(entry, '$.kind', 'coalition'), revision FROM ours.coalition_versions)
      GROUP BY id HAVING revision = max(revision);
    CREATE UNIQUE INDEX temp.names_by_id ON names (id);
    CREATE TABLE spells (
      id INTEGER PRIMARY KEY, coalition TEXT NOT NULL, party TEXT NOT NULL, party_name TEXT NOT NULL,
      party_kind TEXT NOT NULL, role TEXT NOT NULL, standing TEXT NOT NULL,
      joined_edtf TEXT, joined_earliest TEXT, joined_latest TEXT,
      from_edtf TEXT, from_earliest TEXT, from_latest TEXT,
      to_edtf TEXT, to_earliest TEXT, to_latest TEXT,
      ended_by TEXT, confidence TEXT, declarations TEXT);
    INSERT INTO spells
      SELECT null, coalition, party, name, kind, role, standing, joined_edtf, joined_earliest, joined_latest,
        from_edtf, from_earliest, from_latest, to_edtf, to_earliest, to_latest, ended_by, confidence, declarations
      FROM ours.spells JOIN names ON names.id = party
      WHERE known_to = ${OPEN} ORDER BY coalition, party, position;
    CREATE INDEX spells_by_coalition ON spells (coalition, role, from_earliest, to_latest);
    DETACH ours;
    ANALYZE;
  `);
  sqlite.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite.close();
}

/** The same as a JSON file, which is what json-server takes. */
export function plainJson(table: string, target: string): void {
  const sqlite = new SqliteDatabase(table, { readonly: true });
  const spells = sqlite.prepare("SELECT * FROM spells").all();
  sqlite.close();
  writeFileSync(target, JSON.stringify({ spells }));
}
