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
DROP INDEX `users_by_rare_role`;--> statement-breakpoint
ALTER TABLE `users` ADD `next_reminder_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `next_report_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `users_by_next_reminder` ON `users` (`next_reminder_at`,`id`);--> statement-breakpoint
CREATE INDEX `users_by_next_report` ON `users` (`next_report_at`,`id`);--> statement-breakpoint
ALTER TABLE `events` ADD `campaign_id` integer;--> statement-breakpoint
ALTER TABLE `events` ADD `sponsor_id` integer REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `events` ADD `influencer_id` integer REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `events_by_kind` ON `events` (`subject`,`kind`,`at`);--> statement-breakpoint
CREATE INDEX `events_by_sponsor` ON `events` (`sponsor_id`,`at`,`kind`,`campaign_id`) WHERE sponsor_id is not null;--> statement-breakpoint
CREATE INDEX `events_by_influencer` ON `events` (`influencer_id`,`at`,`kind`,`campaign_id`) WHERE influencer_id is not null;--> statement-breakpoint
ALTER TABLE `ad_requests` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `ad_requests_to_expire` ON `ad_requests` (`closes_at`,`id`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `ad_requests_to_remind` ON `ad_requests` (`remind_at`,`id`) WHERE state = 'pending' and remind_at is not null;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `recorded_end_at` integer;--> statement-breakpoint
CREATE INDEX `campaigns_to_end` ON `campaigns` (`ends_at`,`id`) WHERE state in ('active', 'paused') and ends_at is not recorded_end_at;--> statement-breakpoint
ALTER TABLE `outbox` ADD `first_claimed_at` integer;--> statement-breakpoint
CREATE INDEX `attempts_by_last` ON `attempts` (`last_at`);