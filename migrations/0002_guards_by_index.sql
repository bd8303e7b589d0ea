-- Written by hand. The guards say what they said; each look-up stands by itself, and one finds its row by one index.
DROP TRIGGER `declarations_in_order`;
--> statement-breakpoint
CREATE TRIGGER `declarations_in_order` BEFORE INSERT ON `declarations`
WHEN NEW.revision IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM declarations WHERE revision = NEW.revision AND place = NEW.place)
	OR EXISTS (SELECT 1 FROM declarations WHERE id = NEW.id)
	OR EXISTS (SELECT 1 FROM declarations WHERE supersedes = NEW.supersedes)
BEGIN SELECT raise(ABORT, 'a line is added once, and only to the newest revision'); END;
--> statement-breakpoint
DROP TRIGGER `citations_in_order`;
--> statement-breakpoint
CREATE TRIGGER `citations_in_order` BEFORE INSERT ON `citations`
WHEN coalesce(
		(SELECT revision FROM declarations WHERE id = NEW.declaration),
		(SELECT revision FROM claims WHERE id = NEW.claim)
	) IS NOT (SELECT max(number) FROM revisions)
	OR EXISTS (SELECT 1 FROM citations WHERE declaration = NEW.declaration AND place = NEW.place)
	OR EXISTS (SELECT 1 FROM citations WHERE claim = NEW.claim AND place = NEW.place)
BEGIN SELECT raise(ABORT, 'a citation comes with what it is cited for'); END;
--> statement-breakpoint
DROP TRIGGER `declarations_fill`;
--> statement-breakpoint
CREATE TRIGGER `declarations_fill` AFTER INSERT ON `declarations` WHEN NEW.predecessors <> '[]'
BEGIN
	INSERT INTO predecessors (party, declaration) SELECT DISTINCT value, NEW.id FROM json_each(NEW.predecessors);
END;
