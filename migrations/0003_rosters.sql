CREATE TABLE `ordinal_claims` (
	`coalition` text NOT NULL,
	`declaration` text NOT NULL,
	PRIMARY KEY(`coalition`, `declaration`),
	FOREIGN KEY (`coalition`) REFERENCES `coalitions`(`id`),
	FOREIGN KEY (`declaration`) REFERENCES `declarations`(`id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `declarations_announced` ON `declarations` (`coalition`,`declared_latest`,`effective_latest`,`id`) WHERE declared_latest is not null;
--> statement-breakpoint
-- From here on by hand: what is there already, how it is kept up, and its guards.
INSERT INTO `ordinal_claims` (`coalition`, `declaration`)
SELECT DISTINCT d.coalition, d.id FROM citations c JOIN declarations d ON d.id = c.declaration
WHERE json_extract(c.claims, '$.ordinal') IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `citations_fill` AFTER INSERT ON `citations`
WHEN NEW.declaration IS NOT NULL AND json_extract(NEW.claims, '$.ordinal') IS NOT NULL
BEGIN
	INSERT INTO ordinal_claims (coalition, declaration)
	SELECT d.coalition, d.id FROM declarations d
	WHERE d.id = NEW.declaration
		AND NOT EXISTS (SELECT 1 FROM ordinal_claims WHERE coalition = d.coalition AND declaration = d.id);
END;
--> statement-breakpoint
CREATE TRIGGER `ordinal_claims_in_order` BEFORE INSERT ON `ordinal_claims`
WHEN (SELECT revision FROM declarations WHERE id = NEW.declaration) IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM ordinal_claims WHERE coalition = NEW.coalition AND declaration = NEW.declaration)
BEGIN SELECT raise(ABORT, 'a claimed ordinal comes with its declaration'); END;
--> statement-breakpoint
CREATE TRIGGER `ordinal_claims_no_update` BEFORE UPDATE ON `ordinal_claims`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no update of ordinal_claims'); END;
--> statement-breakpoint
CREATE TRIGGER `ordinal_claims_no_delete` BEFORE DELETE ON `ordinal_claims`
BEGIN SELECT raise(ABORT, 'the ledger only grows: no delete of ordinal_claims'); END;
