CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`revoked_at` text,
	CONSTRAINT "keys_scopes" CHECK(json_valid("keys"."scopes") and json_type("keys"."scopes") = 'array'),
	CONSTRAINT "keys_hash" CHECK(length("keys"."hash") = 64 and "keys"."hash" not glob '*[^0-9a-f]*'),
	CONSTRAINT "keys_instants" CHECK(strftime('%Y-%m-%dT%H:%M:%fZ', "keys"."created_at") is "keys"."created_at" and strftime('%Y-%m-%dT%H:%M:%fZ', "keys"."expires_at") is "keys"."expires_at" and strftime('%Y-%m-%dT%H:%M:%fZ', "keys"."revoked_at") is "keys"."revoked_at")
) STRICT;
--> statement-breakpoint
CREATE INDEX `keys_by_name` ON `keys` (`name`);
--> statement-breakpoint
-- From here on by hand, like STRICT above. A key stays what it was made as, and is revoked once.
CREATE TRIGGER `keys_no_update` BEFORE UPDATE OF id, name, scopes, hash, created_at, expires_at ON `keys`
BEGIN SELECT raise(ABORT, 'of a key only revoked_at is changed'); END;
--> statement-breakpoint
CREATE TRIGGER `keys_revoke_once` BEFORE UPDATE OF revoked_at ON `keys` WHEN OLD.revoked_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a revoked key stays revoked'); END;
