CREATE TABLE `citations` (
	`source` text NOT NULL,
	`declaration` text,
	`claim` text,
	`place` integer NOT NULL,
	`url` text,
	`title` text NOT NULL,
	`publisher` text,
	`published` text,
	`accessed` text,
	`claims` text,
	FOREIGN KEY (`declaration`) REFERENCES `declarations`(`id`),
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`),
	CONSTRAINT "citations_owner" CHECK(("citations"."declaration" is null) <> ("citations"."claim" is null)),
	CONSTRAINT "citations_accessed" CHECK(date("citations"."accessed") is "citations"."accessed"),
	CONSTRAINT "citations_claims" CHECK(json_valid("citations"."claims"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `citations_by_source` ON `citations` (`source`);--> statement-breakpoint
CREATE UNIQUE INDEX `citations_of_declaration` ON `citations` (`declaration`,`place`);--> statement-breakpoint
CREATE UNIQUE INDEX `citations_of_claim` ON `citations` (`claim`,`place`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`place` integer NOT NULL,
	`digest` text NOT NULL,
	`ref` text,
	`coalition` text NOT NULL,
	`on_edtf` text NOT NULL,
	`on_earliest` text NOT NULL,
	`on_latest` text NOT NULL,
	`total` integer NOT NULL,
	`role` text NOT NULL,
	`standing` text,
	`counting` text NOT NULL,
	`except` text NOT NULL,
	`note` text,
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`number`),
	FOREIGN KEY (`coalition`) REFERENCES `coalitions`(`id`),
	CONSTRAINT "claims_on" CHECK(("claims"."on_earliest" in ('0000-00-00', '9999-99-99') or date("claims"."on_earliest") is "claims"."on_earliest") and ("claims"."on_latest" in ('0000-00-00', '9999-99-99') or date("claims"."on_latest") is "claims"."on_latest") and "claims"."on_earliest" <= "claims"."on_latest"),
	CONSTRAINT "claims_total" CHECK("claims"."total" >= 0),
	CONSTRAINT "claims_role" CHECK("claims"."role" in ('member', 'associate', 'observer', 'partner')),
	CONSTRAINT "claims_standing" CHECK("claims"."standing" in ('active', 'suspended')),
	CONSTRAINT "claims_counting" CHECK("claims"."counting" in ('members', 'countries')),
	CONSTRAINT "claims_except" CHECK(json_valid("claims"."except") and json_type("claims"."except") = 'array')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_by_line` ON `claims` (`revision`,`place`);--> statement-breakpoint
CREATE INDEX `claims_by_coalition` ON `claims` (`coalition`,`on_earliest`,`on_latest`,`id`);--> statement-breakpoint
CREATE INDEX `claims_by_ref` ON `claims` (`ref`,`revision`,`place`);--> statement-breakpoint
CREATE TABLE `coalition_versions` (
	`revision` integer NOT NULL,
	`place` integer NOT NULL,
	`id` text NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`revision`, `place`),
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`number`),
	CONSTRAINT "coalition_versions_entry" CHECK(json_extract("coalition_versions"."entry", '$.id') is "coalition_versions"."id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `coalition_versions_by_id` ON `coalition_versions` (`id`,`revision`,`place`);--> statement-breakpoint
CREATE TABLE `coalitions` (
	`id` text PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `declarations` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`place` integer NOT NULL,
	`digest` text NOT NULL,
	`ref` text,
	`coalition` text NOT NULL,
	`party` text,
	`act` text NOT NULL,
	`role` text,
	`predecessors` text NOT NULL,
	`declared_edtf` text,
	`declared_earliest` text,
	`declared_latest` text,
	`effective_edtf` text NOT NULL,
	`effective_earliest` text NOT NULL,
	`effective_latest` text NOT NULL,
	`rescinds` text,
	`supersedes` text,
	`title` text,
	`scope` text NOT NULL,
	`confidence` text,
	`note` text,
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`number`),
	FOREIGN KEY (`coalition`) REFERENCES `coalitions`(`id`),
	FOREIGN KEY (`party`) REFERENCES `parties`(`id`),
	FOREIGN KEY (`rescinds`) REFERENCES `declarations`(`id`),
	FOREIGN KEY (`supersedes`) REFERENCES `declarations`(`id`),
	CONSTRAINT "declarations_act" CHECK("declarations"."act" in ('join', 'withdraw', 'expel', 'suspend', 'reinstate', 'succeed', 'dissolve', 'rescind')),
	CONSTRAINT "declarations_role" CHECK("declarations"."role" in ('member', 'associate', 'observer', 'partner')),
	CONSTRAINT "declarations_role_of_join" CHECK(("declarations"."role" is not null) = ("declarations"."act" = 'join')),
	CONSTRAINT "declarations_party" CHECK("declarations"."party" is not null or "declarations"."act" = 'dissolve'),
	CONSTRAINT "declarations_rescinds" CHECK(("declarations"."rescinds" is not null) = ("declarations"."act" = 'rescind')),
	CONSTRAINT "declarations_confidence" CHECK("declarations"."confidence" in ('high', 'medium', 'low', 'disputed')),
	CONSTRAINT "declarations_predecessors" CHECK(json_valid("declarations"."predecessors") and json_type("declarations"."predecessors") = 'array'),
	CONSTRAINT "declarations_scope" CHECK(json_valid("declarations"."scope") and json_type("declarations"."scope") = 'array'),
	CONSTRAINT "declarations_effective" CHECK(("declarations"."effective_earliest" in ('0000-00-00', '9999-99-99') or date("declarations"."effective_earliest") is "declarations"."effective_earliest") and ("declarations"."effective_latest" in ('0000-00-00', '9999-99-99') or date("declarations"."effective_latest") is "declarations"."effective_latest") and "declarations"."effective_earliest" <= "declarations"."effective_latest"),
	CONSTRAINT "declarations_declared" CHECK(("declarations"."declared_earliest" in ('0000-00-00', '9999-99-99') or date("declarations"."declared_earliest") is "declarations"."declared_earliest") and ("declarations"."declared_latest" in ('0000-00-00', '9999-99-99') or date("declarations"."declared_latest") is "declarations"."declared_latest") and "declarations"."declared_earliest" <= "declarations"."declared_latest"),
	CONSTRAINT "declarations_declared_whole" CHECK(("declarations"."declared_edtf" is null) = ("declarations"."declared_earliest" is null)
        and ("declarations"."declared_edtf" is null) = ("declarations"."declared_latest" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `declarations_supersedes_unique` ON `declarations` (`supersedes`);--> statement-breakpoint
CREATE UNIQUE INDEX `declarations_by_line` ON `declarations` (`revision`,`place`);--> statement-breakpoint
CREATE INDEX `declarations_by_coalition` ON `declarations` (`coalition`,`revision`,`place`);--> statement-breakpoint
CREATE INDEX `declarations_by_party` ON `declarations` (`party`,`revision`,`place`);--> statement-breakpoint
CREATE INDEX `declarations_by_ref` ON `declarations` (`ref`,`revision`,`place`);--> statement-breakpoint
CREATE INDEX `declarations_by_digest` ON `declarations` (`digest`,`revision`,`place`);--> statement-breakpoint
CREATE INDEX `declarations_by_rescinds` ON `declarations` (`rescinds`);--> statement-breakpoint
CREATE INDEX `declarations_by_effective` ON `declarations` (`effective_earliest`,`effective_latest`);--> statement-breakpoint
CREATE TABLE `parties` (
	`id` text PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `party_versions` (
	`revision` integer NOT NULL,
	`place` integer NOT NULL,
	`id` text NOT NULL,
	`entry` text NOT NULL,
	PRIMARY KEY(`revision`, `place`),
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`number`),
	CONSTRAINT "party_versions_entry" CHECK(json_extract("party_versions"."entry", '$.id') is "party_versions"."id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `party_versions_by_id` ON `party_versions` (`id`,`revision`,`place`);--> statement-breakpoint
CREATE TABLE `predecessors` (
	`party` text NOT NULL,
	`declaration` text NOT NULL,
	PRIMARY KEY(`party`, `declaration`),
	FOREIGN KEY (`party`) REFERENCES `parties`(`id`),
	FOREIGN KEY (`declaration`) REFERENCES `declarations`(`id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `retractions` (
	`revision` integer NOT NULL,
	`place` integer NOT NULL,
	`declaration` text,
	`claim` text,
	`reason` text NOT NULL,
	PRIMARY KEY(`revision`, `place`),
	FOREIGN KEY (`revision`) REFERENCES `revisions`(`number`),
	FOREIGN KEY (`declaration`) REFERENCES `declarations`(`id`),
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`),
	CONSTRAINT "retractions_of" CHECK(("retractions"."declaration" is null) <> ("retractions"."claim" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `retractions_declaration_unique` ON `retractions` (`declaration`);--> statement-breakpoint
CREATE UNIQUE INDEX `retractions_claim_unique` ON `retractions` (`claim`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`number` integer PRIMARY KEY NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` text NOT NULL,
	`message` text NOT NULL,
	`imported` integer NOT NULL,
	`declarations` integer NOT NULL,
	`retractions` integer NOT NULL,
	`claims` integer NOT NULL,
	`coalitions` integer NOT NULL,
	`parties` integer NOT NULL,
	CONSTRAINT "revisions_number" CHECK("revisions"."number" >= 1),
	CONSTRAINT "revisions_recorded_at" CHECK(strftime('%Y-%m-%dT%H:%M:%fZ', "revisions"."recorded_at") is "revisions"."recorded_at"),
	CONSTRAINT "revisions_imported" CHECK("revisions"."imported" in (0, 1)),
	CONSTRAINT "revisions_counts" CHECK(min("revisions"."declarations", "revisions"."retractions", "revisions"."claims", "revisions"."coalitions", "revisions"."parties") >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_recorded_at_unique` ON `revisions` (`recorded_at`);--> statement-breakpoint
CREATE TABLE `accessions` (
	`coalition` text NOT NULL,
	`party` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer NOT NULL,
	`earliest` text NOT NULL,
	`latest` text NOT NULL,
	`declarations` text NOT NULL,
	PRIMARY KEY(`coalition`, `party`, `known_from`),
	FOREIGN KEY (`coalition`) REFERENCES `coalitions`(`id`),
	FOREIGN KEY (`party`) REFERENCES `parties`(`id`),
	FOREIGN KEY (`known_from`) REFERENCES `revisions`(`number`),
	CONSTRAINT "accessions_known" CHECK("accessions"."known_from" < "accessions"."known_to"),
	CONSTRAINT "accessions_bounds" CHECK(("accessions"."earliest" in ('0000-00-00', '9999-99-99') or date("accessions"."earliest") is "accessions"."earliest") and ("accessions"."latest" in ('0000-00-00', '9999-99-99') or date("accessions"."latest") is "accessions"."latest") and "accessions"."earliest" <= "accessions"."latest"),
	CONSTRAINT "accessions_declarations" CHECK(json_valid("accessions"."declarations") and json_type("accessions"."declarations") = 'array')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `findings` (
	`id` integer PRIMARY KEY NOT NULL,
	`coalition` text NOT NULL,
	`party` text,
	`kind` text NOT NULL,
	`declarations` text NOT NULL,
	`detail` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer NOT NULL,
	FOREIGN KEY (`coalition`) REFERENCES `coalitions`(`id`),
	FOREIGN KEY (`party`) REFERENCES `parties`(`id`),
	FOREIGN KEY (`known_from`) REFERENCES `revisions`(`number`),
	CONSTRAINT "findings_known" CHECK("findings"."known_from" < "findings"."known_to"),
	CONSTRAINT "findings_kind" CHECK("findings"."kind" in ('exit-without-membership', 'second-join', 'suspension-without-active-membership', 'reinstatement-without-suspension', 'succession-from-nobody', 'join-outside-lifetime', 'before-founding', 'rescinded-too-late', 'order-open', 'told-twice', 'claim-mismatch', 'source-without-address', 'citation-not-read')),
	CONSTRAINT "findings_declarations" CHECK(json_valid("findings"."declarations") and json_type("findings"."declarations") = 'array')
) STRICT;
--> statement-breakpoint
CREATE INDEX `findings_in_order` ON `findings` (`coalition`,`party`,`kind`,`declarations`);--> statement-breakpoint
CREATE INDEX `findings_by_kind` ON `findings` (`kind`);--> statement-breakpoint
CREATE TABLE `in_force` (
	`coalition` text NOT NULL,
	`effective_earliest` text NOT NULL,
	`effective_latest` text NOT NULL,
	`declaration` text NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer NOT NULL,
	`rescinded_by` text,
	`rescinded_latest` text,
	PRIMARY KEY(`coalition`, `effective_earliest`, `declaration`, `known_from`),
	FOREIGN KEY (`coalition`) REFERENCES `coalitions`(`id`),
	FOREIGN KEY (`declaration`) REFERENCES `declarations`(`id`),
	FOREIGN KEY (`known_from`) REFERENCES `revisions`(`number`),
	FOREIGN KEY (`rescinded_by`) REFERENCES `declarations`(`id`),
	CONSTRAINT "in_force_known" CHECK("in_force"."known_from" < "in_force"."known_to"),
	CONSTRAINT "in_force_effective" CHECK(("in_force"."effective_earliest" in ('0000-00-00', '9999-99-99') or date("in_force"."effective_earliest") is "in_force"."effective_earliest") and ("in_force"."effective_latest" in ('0000-00-00', '9999-99-99') or date("in_force"."effective_latest") is "in_force"."effective_latest") and "in_force"."effective_earliest" <= "in_force"."effective_latest"),
	CONSTRAINT "in_force_rescinded" CHECK(("in_force"."rescinded_latest" in ('0000-00-00', '9999-99-99') or date("in_force"."rescinded_latest") is "in_force"."rescinded_latest")),
	CONSTRAINT "in_force_rescinded_whole" CHECK(("in_force"."rescinded_by" is null) = ("in_force"."rescinded_latest" is null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `in_force_by_declaration` ON `in_force` (`declaration`,`known_from`);--> statement-breakpoint
CREATE INDEX `in_force_by_effective` ON `in_force` (`effective_earliest`);--> statement-breakpoint
CREATE TABLE `spells` (
	`coalition` text NOT NULL,
	`party` text NOT NULL,
	`position` integer NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer NOT NULL,
	`chain` integer NOT NULL,
	`role` text NOT NULL,
	`standing` text NOT NULL,
	`joined_edtf` text NOT NULL,
	`joined_earliest` text NOT NULL,
	`joined_latest` text NOT NULL,
	`from_edtf` text NOT NULL,
	`from_earliest` text NOT NULL,
	`from_latest` text NOT NULL,
	`to_edtf` text,
	`to_earliest` text NOT NULL,
	`to_latest` text NOT NULL,
	`ended_by` text,
	`accession` text,
	`confidence` text,
	`declarations` text NOT NULL,
	PRIMARY KEY(`coalition`, `party`, `position`, `known_from`),
	FOREIGN KEY (`coalition`) REFERENCES `coalitions`(`id`),
	FOREIGN KEY (`party`) REFERENCES `parties`(`id`),
	FOREIGN KEY (`known_from`) REFERENCES `revisions`(`number`),
	FOREIGN KEY (`accession`) REFERENCES `parties`(`id`),
	CONSTRAINT "spells_known" CHECK("spells"."known_from" < "spells"."known_to"),
	CONSTRAINT "spells_role" CHECK("spells"."role" in ('member', 'associate', 'observer', 'partner')),
	CONSTRAINT "spells_standing" CHECK("spells"."standing" in ('active', 'suspended')),
	CONSTRAINT "spells_joined" CHECK(("spells"."joined_earliest" in ('0000-00-00', '9999-99-99') or date("spells"."joined_earliest") is "spells"."joined_earliest") and ("spells"."joined_latest" in ('0000-00-00', '9999-99-99') or date("spells"."joined_latest") is "spells"."joined_latest") and "spells"."joined_earliest" <= "spells"."joined_latest"),
	CONSTRAINT "spells_from" CHECK(("spells"."from_earliest" in ('0000-00-00', '9999-99-99') or date("spells"."from_earliest") is "spells"."from_earliest") and ("spells"."from_latest" in ('0000-00-00', '9999-99-99') or date("spells"."from_latest") is "spells"."from_latest") and "spells"."from_earliest" <= "spells"."from_latest"),
	CONSTRAINT "spells_to" CHECK(("spells"."to_earliest" in ('0000-00-00', '9999-99-99') or date("spells"."to_earliest") is "spells"."to_earliest") and ("spells"."to_latest" in ('0000-00-00', '9999-99-99') or date("spells"."to_latest") is "spells"."to_latest") and "spells"."to_earliest" <= "spells"."to_latest"),
	CONSTRAINT "spells_open" CHECK("spells"."to_edtf" is not null or "spells"."to_earliest" = '9999-99-99'),
	CONSTRAINT "spells_ended_by" CHECK("spells"."ended_by" in ('withdraw', 'expel', 'suspend', 'reinstate', 'succeed', 'dissolve', 'role-change', 'coalition-dissolved', 'party-ended')),
	CONSTRAINT "spells_confidence" CHECK("spells"."confidence" in ('high', 'medium', 'low', 'disputed')),
	CONSTRAINT "spells_declarations" CHECK(json_valid("spells"."declarations") and json_type("spells"."declarations") = 'array')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `spells_by_party` ON `spells` (`party`);
--> statement-breakpoint
-- From here on by hand: drizzle-kit has no words for triggers, nor for STRICT and WITHOUT ROWID above.
-- The ledger is never changed and never deleted.
-- A revision is opened before its lines and completed after them, in one transaction: its instant is that of its
-- end. Until then its counts are 0, which no revision that was completed has.
CREATE TRIGGER `revisions_no_update` BEFORE UPDATE ON `revisions`
WHEN max(OLD.declarations, OLD.retractions, OLD.claims, OLD.coalitions, OLD.parties) > 0
	OR max(NEW.declarations, NEW.retractions, NEW.claims, NEW.coalitions, NEW.parties) = 0
	OR NEW.number IS NOT OLD.number OR NEW.recorded_by IS NOT OLD.recorded_by
	OR NEW.message IS NOT OLD.message OR NEW.imported IS NOT OLD.imported
	OR NEW.recorded_at <= (SELECT recorded_at FROM revisions WHERE number < OLD.number ORDER BY number DESC LIMIT 1)
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of revisions'); END;
--> statement-breakpoint
CREATE TRIGGER `revisions_no_delete` BEFORE DELETE ON `revisions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of revisions'); END;
--> statement-breakpoint
CREATE TRIGGER `coalitions_no_update` BEFORE UPDATE ON `coalitions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of coalitions'); END;
--> statement-breakpoint
CREATE TRIGGER `coalitions_no_delete` BEFORE DELETE ON `coalitions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of coalitions'); END;
--> statement-breakpoint
CREATE TRIGGER `parties_no_update` BEFORE UPDATE ON `parties`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of parties'); END;
--> statement-breakpoint
CREATE TRIGGER `parties_no_delete` BEFORE DELETE ON `parties`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of parties'); END;
--> statement-breakpoint
CREATE TRIGGER `coalition_versions_no_update` BEFORE UPDATE ON `coalition_versions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of coalition_versions'); END;
--> statement-breakpoint
CREATE TRIGGER `coalition_versions_no_delete` BEFORE DELETE ON `coalition_versions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of coalition_versions'); END;
--> statement-breakpoint
CREATE TRIGGER `party_versions_no_update` BEFORE UPDATE ON `party_versions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of party_versions'); END;
--> statement-breakpoint
CREATE TRIGGER `party_versions_no_delete` BEFORE DELETE ON `party_versions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of party_versions'); END;
--> statement-breakpoint
CREATE TRIGGER `declarations_no_update` BEFORE UPDATE ON `declarations`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of declarations'); END;
--> statement-breakpoint
CREATE TRIGGER `declarations_no_delete` BEFORE DELETE ON `declarations`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of declarations'); END;
--> statement-breakpoint
CREATE TRIGGER `predecessors_no_update` BEFORE UPDATE ON `predecessors`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of predecessors'); END;
--> statement-breakpoint
CREATE TRIGGER `predecessors_no_delete` BEFORE DELETE ON `predecessors`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of predecessors'); END;
--> statement-breakpoint
CREATE TRIGGER `claims_no_update` BEFORE UPDATE ON `claims`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of claims'); END;
--> statement-breakpoint
CREATE TRIGGER `claims_no_delete` BEFORE DELETE ON `claims`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of claims'); END;
--> statement-breakpoint
CREATE TRIGGER `citations_no_update` BEFORE UPDATE ON `citations`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of citations'); END;
--> statement-breakpoint
CREATE TRIGGER `citations_no_delete` BEFORE DELETE ON `citations`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of citations'); END;
--> statement-breakpoint
CREATE TRIGGER `retractions_no_update` BEFORE UPDATE ON `retractions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of retractions'); END;
--> statement-breakpoint
CREATE TRIGGER `retractions_no_delete` BEFORE DELETE ON `retractions`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of retractions'); END;
--> statement-breakpoint
-- The ledger grows at its end alone. Asked before a row is written, since INSERT OR REPLACE deletes without a word.
CREATE TRIGGER `revisions_in_order` BEFORE INSERT ON `revisions`
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM revisions)
	OR NEW.recorded_at <= (SELECT recorded_at FROM revisions ORDER BY number DESC LIMIT 1)
BEGIN SELECT raise(ABORT, 'a revision bears the next number and a later instant'); END;
--> statement-breakpoint
CREATE TRIGGER `coalition_versions_in_order` BEFORE INSERT ON `coalition_versions`
WHEN NEW.revision IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM coalition_versions WHERE (revision = NEW.revision AND place = NEW.place))
BEGIN SELECT raise(ABORT, 'a line is added once, and only to the newest revision'); END;
--> statement-breakpoint
CREATE TRIGGER `party_versions_in_order` BEFORE INSERT ON `party_versions`
WHEN NEW.revision IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM party_versions WHERE (revision = NEW.revision AND place = NEW.place))
BEGIN SELECT raise(ABORT, 'a line is added once, and only to the newest revision'); END;
--> statement-breakpoint
CREATE TRIGGER `declarations_in_order` BEFORE INSERT ON `declarations`
WHEN NEW.revision IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM declarations WHERE (revision = NEW.revision AND place = NEW.place) OR id = NEW.id OR supersedes = NEW.supersedes)
BEGIN SELECT raise(ABORT, 'a line is added once, and only to the newest revision'); END;
--> statement-breakpoint
CREATE TRIGGER `claims_in_order` BEFORE INSERT ON `claims`
WHEN NEW.revision IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM claims WHERE (revision = NEW.revision AND place = NEW.place) OR id = NEW.id)
BEGIN SELECT raise(ABORT, 'a line is added once, and only to the newest revision'); END;
--> statement-breakpoint
CREATE TRIGGER `retractions_in_order` BEFORE INSERT ON `retractions`
WHEN NEW.revision IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM retractions WHERE (revision = NEW.revision AND place = NEW.place) OR declaration = NEW.declaration OR claim = NEW.claim)
BEGIN SELECT raise(ABORT, 'a line is added once, and only to the newest revision'); END;
--> statement-breakpoint
CREATE TRIGGER `citations_in_order` BEFORE INSERT ON `citations`
WHEN coalesce(
		(SELECT revision FROM declarations WHERE id = NEW.declaration),
		(SELECT revision FROM claims WHERE id = NEW.claim)
	) IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (
		SELECT 1 FROM citations
		WHERE place = NEW.place AND (declaration = NEW.declaration OR claim = NEW.claim)
	)
BEGIN SELECT raise(ABORT, 'a citation comes with what it is cited for'); END;
--> statement-breakpoint
CREATE TRIGGER `predecessors_in_order` BEFORE INSERT ON `predecessors`
WHEN (SELECT revision FROM declarations WHERE id = NEW.declaration) IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM predecessors WHERE party = NEW.party AND declaration = NEW.declaration)
BEGIN SELECT raise(ABORT, 'a predecessor comes with its declaration'); END;
--> statement-breakpoint
CREATE TRIGGER `coalitions_in_order` BEFORE INSERT ON `coalitions`
WHEN EXISTS (SELECT 1 FROM coalitions WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'an id is given once'); END;
--> statement-breakpoint
CREATE TRIGGER `parties_in_order` BEFORE INSERT ON `parties`
WHEN EXISTS (SELECT 1 FROM parties WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'an id is given once'); END;
--> statement-breakpoint
-- What other rows name: ids and predecessors, taken from the lines themselves.
CREATE TRIGGER `coalition_versions_fill` AFTER INSERT ON `coalition_versions`
BEGIN
	INSERT INTO coalitions (id) SELECT NEW.id WHERE NEW.id NOT IN (SELECT id FROM coalitions);
	INSERT INTO parties (id) SELECT NEW.id WHERE NEW.id NOT IN (SELECT id FROM parties);
END;
--> statement-breakpoint
CREATE TRIGGER `party_versions_fill` AFTER INSERT ON `party_versions`
BEGIN
	INSERT INTO parties (id) SELECT NEW.id WHERE NEW.id NOT IN (SELECT id FROM parties);
END;
--> statement-breakpoint
CREATE TRIGGER `declarations_fill` AFTER INSERT ON `declarations`
BEGIN
	INSERT INTO predecessors (party, declaration) SELECT DISTINCT value, NEW.id FROM json_each(NEW.predecessors);
END;
--> statement-breakpoint
-- A row of the projection is closed once; a rebuild deletes rows and writes them anew.
CREATE TRIGGER `spells_no_update` BEFORE UPDATE OF
	coalition, party, position, known_from, chain, role, standing, joined_edtf, joined_earliest, joined_latest,
	from_edtf, from_earliest, from_latest, to_edtf, to_earliest, to_latest, ended_by, accession, confidence, declarations
ON `spells`
BEGIN SELECT raise(ABORT, 'of the projection only known_to is changed'); END;
--> statement-breakpoint
CREATE TRIGGER `spells_close_once` BEFORE UPDATE OF known_to ON `spells` WHEN OLD.known_to <> 9007199254740991
BEGIN SELECT raise(ABORT, 'a closed row stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `accessions_no_update` BEFORE UPDATE OF
	coalition, party, known_from, earliest, latest, declarations
ON `accessions`
BEGIN SELECT raise(ABORT, 'of the projection only known_to is changed'); END;
--> statement-breakpoint
CREATE TRIGGER `accessions_close_once` BEFORE UPDATE OF known_to ON `accessions` WHEN OLD.known_to <> 9007199254740991
BEGIN SELECT raise(ABORT, 'a closed row stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `findings_no_update` BEFORE UPDATE OF
	id, coalition, party, kind, declarations, detail, known_from
ON `findings`
BEGIN SELECT raise(ABORT, 'of the projection only known_to is changed'); END;
--> statement-breakpoint
CREATE TRIGGER `findings_close_once` BEFORE UPDATE OF known_to ON `findings` WHEN OLD.known_to <> 9007199254740991
BEGIN SELECT raise(ABORT, 'a closed row stays as it is'); END;
--> statement-breakpoint
CREATE TRIGGER `in_force_no_update` BEFORE UPDATE OF
	coalition, effective_earliest, effective_latest, declaration, known_from, rescinded_by, rescinded_latest
ON `in_force`
BEGIN SELECT raise(ABORT, 'of the projection only known_to is changed'); END;
--> statement-breakpoint
CREATE TRIGGER `in_force_close_once` BEFORE UPDATE OF known_to ON `in_force` WHEN OLD.known_to <> 9007199254740991
BEGIN SELECT raise(ABORT, 'a closed row stays as it is'); END;
