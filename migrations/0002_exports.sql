CREATE TABLE `exports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`filters` text NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`parts` integer DEFAULT 0 NOT NULL,
	`rows` integer DEFAULT 0 NOT NULL,
	`bytes` integer DEFAULT 0 NOT NULL,
	`cursor` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`token_hash` text,
	`created_at` integer NOT NULL,
	`ready_at` integer,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "exports_state" CHECK("exports"."state" in ('queued', 'ready', 'failed')),
	CONSTRAINT "exports_ready" CHECK(("exports"."state" = 'ready') = ("exports"."token_hash" is not null and "exports"."ready_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exports_one_waiting` ON `exports` (`user_id`,`kind`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `exports_by_user` ON `exports` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `exports_to_write` ON `exports` (`attempts`,`id`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `exports_to_remove` ON `exports` (`expires_at`,`id`);