CREATE TABLE `job_runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`job` text NOT NULL,
	`at` integer NOT NULL,
	`cursor` text,
	`started_at` integer NOT NULL,
	`took` integer,
	`handled` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`next` text,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `job_runs_by_job` ON `job_runs` (`job`,`id`);--> statement-breakpoint
CREATE INDEX `job_runs_by_start` ON `job_runs` (`started_at`);--> statement-breakpoint
CREATE TABLE `channel_choices` (
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`is_on` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`, `channel`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "channel_choices_channel" CHECK("channel_choices"."channel" in ('email', 'chat', 'sms')),
	CONSTRAINT "channel_choices_is_on" CHECK("channel_choices"."is_on" in (0, 1))
);
--> statement-breakpoint
CREATE TABLE `delivery_settings` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`chat_webhook` text,
	`phone` text,
	`quiet_from` integer,
	`quiet_to` integer,
	`unsubscribe_secret` text DEFAULT (lower(hex(randomblob(32)))) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "delivery_settings_quiet" CHECK(("delivery_settings"."quiet_from" is null) = ("delivery_settings"."quiet_to" is null)),
	CONSTRAINT "delivery_settings_minutes" CHECK("delivery_settings"."quiet_from" between 0 and 1439 and "delivery_settings"."quiet_to" between 0 and 1439),
	CONSTRAINT "delivery_settings_phone" CHECK("delivery_settings"."phone" glob '+[1-9]*'),
	CONSTRAINT "delivery_settings_chat" CHECK("delivery_settings"."chat_webhook" glob 'https://chat.googleapis.com/v1/spaces/*')
);
--> statement-breakpoint
CREATE TABLE `undeliverable_addresses` (
	`address` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`detail` text NOT NULL,
	`at` integer NOT NULL,
	`cleared_at` integer,
	CONSTRAINT "undeliverable_addresses_reason" CHECK("undeliverable_addresses"."reason" in ('bounced', 'complained'))
);
--> statement-breakpoint
DROP INDEX `users_by_rare_role`;--> statement-breakpoint
ALTER TABLE `users` ADD `next_reminder_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `next_report_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `users_by_next_reminder` ON `users` (`next_reminder_at`,`id`);--> statement-breakpoint
CREATE INDEX `users_by_next_report` ON `users` (`next_report_at`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`period` text NOT NULL,
	`channel` text NOT NULL,
	`user_id` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`path` text NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`first_claimed_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "outbox_state" CHECK("__new_outbox"."state" in ('pending', 'claimed', 'sent', 'failed', 'dead')),
	CONSTRAINT "outbox_channel" CHECK("__new_outbox"."channel" in ('email', 'chat', 'sms'))
);
--> statement-breakpoint
INSERT INTO `__new_outbox`("id", "kind", "subject", "period", "channel", "user_id", "title", "body", "path", "state", "attempts", "due_at", "first_claimed_at", "last_error", "created_at", "sent_at") SELECT "id", "kind", "subject", "period", "channel", "user_id", "title", "body", "path", "state", "attempts", "due_at", "first_claimed_at", "last_error", "created_at", "sent_at" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`kind`,`subject`,`period`,`channel`,`user_id`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`channel`,`due_at`) WHERE state in ('pending', 'claimed', 'failed');--> statement-breakpoint
CREATE INDEX `outbox_open_by_user` ON `outbox` (`user_id`) WHERE state in ('pending', 'failed');--> statement-breakpoint
CREATE INDEX `outbox_undelivered` ON `outbox` (`id`) WHERE state in ('failed', 'dead');--> statement-breakpoint
ALTER TABLE `ad_requests` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `ad_requests_to_expire` ON `ad_requests` (`closes_at`,`id`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `ad_requests_to_remind` ON `ad_requests` (`remind_at`,`id`) WHERE state = 'pending' and remind_at is not null;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `time_zone` text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `starts_at` integer;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `recorded_end_at` integer;--> statement-breakpoint
CREATE INDEX `campaigns_to_end` ON `campaigns` (`ends_at`,`id`) WHERE state in ('active', 'paused') and ends_at is not recorded_end_at;--> statement-breakpoint
CREATE INDEX `attempts_by_last` ON `attempts` (`last_at`);