CREATE TABLE `abuse_cases` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`owner_id` integer NOT NULL,
	`title` text NOT NULL,
	`search_title` text,
	`excerpt` text NOT NULL,
	`path` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`weight` integer DEFAULT 0 NOT NULL,
	`report_count` integer DEFAULT 0 NOT NULL,
	`has_doubtful` integer DEFAULT false NOT NULL,
	`assignee_id` integer,
	`assigned_at` integer,
	`opened_at` integer NOT NULL,
	`reported_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` integer,
	`measure` text,
	`dismissal_reason` text,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "abuse_cases_subject" CHECK("abuse_cases"."subject" in ('user', 'campaign', 'ad_request', 'message')),
	CONSTRAINT "abuse_cases_state" CHECK("abuse_cases"."state" in ('open', 'upheld', 'dismissed')),
	CONSTRAINT "abuse_cases_measure" CHECK("abuse_cases"."measure" in ('warning', 'flag', 'suspension')),
	CONSTRAINT "abuse_cases_dismissal" CHECK("abuse_cases"."dismissal_reason" in ('no_violation', 'not_enough', 'private_matter', 'settled')),
	CONSTRAINT "abuse_cases_doubtful" CHECK("abuse_cases"."has_doubtful" in (0, 1)),
	CONSTRAINT "abuse_cases_closed" CHECK(("abuse_cases"."state" = 'open') = ("abuse_cases"."closed_at" is null)),
	CONSTRAINT "abuse_cases_assigned" CHECK(("abuse_cases"."assignee_id" is null) = ("abuse_cases"."assigned_at" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `abuse_cases_one_open` ON `abuse_cases` (`subject`,`subject_id`,`owner_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `abuse_cases_by_owner` ON `abuse_cases` (`owner_id`,`id`);--> statement-breakpoint
CREATE INDEX `abuse_cases_by_subject` ON `abuse_cases` (`subject`,`subject_id`,`id`);--> statement-breakpoint
CREATE TABLE `abuse_report_additions` (
	`id` integer PRIMARY KEY NOT NULL,
	`report_id` integer NOT NULL,
	`prose` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `abuse_reports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `abuse_report_additions_once` ON `abuse_report_additions` (`report_id`,`prose`);--> statement-breakpoint
CREATE INDEX `abuse_report_additions_by_report` ON `abuse_report_additions` (`report_id`,`id`);--> statement-breakpoint
CREATE TABLE `abuse_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` integer NOT NULL,
	`reporter_id` integer NOT NULL,
	`reason` text NOT NULL,
	`prose` text NOT NULL,
	`outcome` text DEFAULT 'open' NOT NULL,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `abuse_cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reporter_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "abuse_reports_reason" CHECK("abuse_reports"."reason" in ('threats', 'fraud', 'illegal', 'impersonation', 'misleading', 'offensive', 'spam', 'other')),
	CONSTRAINT "abuse_reports_outcome" CHECK("abuse_reports"."outcome" in ('open', 'upheld', 'dismissed', 'abusive')),
	CONSTRAINT "abuse_reports_decided" CHECK(("abuse_reports"."outcome" = 'open') = ("abuse_reports"."decided_at" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `abuse_reports_once` ON `abuse_reports` (`case_id`,`reporter_id`);--> statement-breakpoint
CREATE INDEX `abuse_reports_by_reporter` ON `abuse_reports` (`reporter_id`,`id`);--> statement-breakpoint
CREATE INDEX `abuse_reports_by_reporter_and_time` ON `abuse_reports` (`reporter_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `abuse_reports_by_outcome` ON `abuse_reports` (`reporter_id`,`outcome`,`decided_at`);--> statement-breakpoint
CREATE INDEX `abuse_reports_by_reason` ON `abuse_reports` (`case_id`,`reason`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`attempts` integer NOT NULL,
	`last_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `attempts_by_last` ON `attempts` (`last_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`public_id` text DEFAULT (lower(hex(randomblob(8)))) NOT NULL,
	`device` text DEFAULT '' NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`network` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer DEFAULT 0 NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`email` text NOT NULL,
	`is_email_confirmed` integer DEFAULT true NOT NULL,
	`email_domain` text GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) VIRTUAL,
	`display_name` text NOT NULL,
	`search_display_name` text,
	`password_hash` text NOT NULL,
	`password_changed_at` integer DEFAULT 0 NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`status_reason` text,
	`suspended_from` text,
	`suspension_reason` text,
	`suspended_until` integer,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer,
	`next_reminder_at` integer DEFAULT 0 NOT NULL,
	`next_report_at` integer DEFAULT 0 NOT NULL,
	`removal_check_at` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "users_role" CHECK("users"."role" in ('admin', 'sponsor', 'influencer')),
	CONSTRAINT "users_status" CHECK("users"."status" in ('pending', 'active', 'rejected', 'suspended', 'deleting', 'deleted')),
	CONSTRAINT "users_suspended_from" CHECK("users"."suspended_from" in ('pending', 'active', 'rejected')),
	CONSTRAINT "users_suspension" CHECK("users"."status" in ('suspended', 'deleting', 'deleted') or coalesce("users"."suspended_from", "users"."suspension_reason",
        "users"."suspended_until") is null),
	CONSTRAINT "users_lower_case" CHECK("users"."username" = lower("users"."username") and "users"."email" = lower("users"."email")),
	CONSTRAINT "users_is_email_confirmed" CHECK("users"."is_email_confirmed" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_unique` ON `users` (`username`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_confirmed_email` ON `users` (`email`) WHERE is_email_confirmed = 1;--> statement-breakpoint
CREATE INDEX `users_by_unconfirmed_email` ON `users` (`email`,`id`) WHERE is_email_confirmed = 0;--> statement-breakpoint
CREATE INDEX `users_to_check` ON `users` (`removal_check_at`,`id`) WHERE is_email_confirmed = 0 and status not in ('deleting', 'deleted');--> statement-breakpoint
CREATE INDEX `users_by_role_and_status` ON `users` (`role`,`status`,`id`);--> statement-breakpoint
CREATE INDEX `users_by_next_reminder` ON `users` (`next_reminder_at`,`id`);--> statement-breakpoint
CREATE INDEX `sponsors_by_email_domain` ON `users` (`email_domain`) WHERE role = 'sponsor';--> statement-breakpoint
CREATE INDEX `users_by_next_report` ON `users` (`next_report_at`,`id`);--> statement-breakpoint
CREATE INDEX `users_by_suspension_end` ON `users` (`suspended_until`,`id`) WHERE suspended_until is not null;--> statement-breakpoint
CREATE INDEX `users_by_name` ON `users` (lower("display_name"),`id`,`role`,`status`);--> statement-breakpoint
CREATE INDEX `users_by_status_and_name` ON `users` (`status`,lower("display_name"),`id`) WHERE status <> 'active';--> statement-breakpoint
CREATE INDEX `users_by_unconfirmed_name` ON `users` (lower("display_name"),`id`,`role`,`status`) WHERE is_email_confirmed = 0;--> statement-breakpoint
CREATE INDEX `users_by_rare_status` ON `users` (`status`,`id`) WHERE status <> 'active';--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`user_id` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`user_id`, `hash`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `two_factor` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`enabled_at` integer,
	`setup_session` text,
	`setup_at` integer NOT NULL,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "two_factor_setup" CHECK(("two_factor"."enabled_at" is null) = ("two_factor"."setup_session" is not null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`kind` text NOT NULL,
	`actor_id` integer,
	`from_state` text,
	`to_state` text,
	`note` text,
	`search_note` text,
	`at` integer NOT NULL,
	`audited` integer DEFAULT false NOT NULL,
	`request_id` text,
	`campaign_id` integer,
	`sponsor_id` integer,
	`influencer_id` integer,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sponsor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`influencer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`subject`,`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_by_kind` ON `events` (`subject`,`kind`,`at`);--> statement-breakpoint
CREATE INDEX `events_by_sponsor` ON `events` (`sponsor_id`,`at`,`kind`,`campaign_id`) WHERE sponsor_id is not null;--> statement-breakpoint
CREATE INDEX `events_audited` ON `events` (`id`) WHERE audited;--> statement-breakpoint
CREATE INDEX `events_by_influencer` ON `events` (`influencer_id`,`at`,`kind`,`campaign_id`) WHERE influencer_id is not null;--> statement-breakpoint
CREATE TABLE `ad_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`campaign_id` integer NOT NULL,
	`sponsor_id` integer NOT NULL,
	`influencer_id` integer NOT NULL,
	`origin` text NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`turn` text NOT NULL,
	`offer_number` integer DEFAULT 1 NOT NULL,
	`payment_amount` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`remind_at` integer,
	`rejection_reason` text,
	`rejection_comment` text,
	`flagged_at` integer,
	`flag_reason` text,
	`created_at` integer NOT NULL,
	`first_answered_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sponsor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`influencer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ad_requests_state" CHECK("ad_requests"."state" in ('pending', 'accepted', 'rejected', 'withdrawn', 'expired')),
	CONSTRAINT "ad_requests_turn" CHECK("ad_requests"."turn" in ('sponsor', 'influencer')),
	CONSTRAINT "ad_requests_payment" CHECK("ad_requests"."payment_amount" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ad_requests_one_open` ON `ad_requests` (`campaign_id`,`influencer_id`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `ad_requests_to_expire` ON `ad_requests` (`closes_at`,`id`,`turn`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `ad_requests_to_remind` ON `ad_requests` (`remind_at`,`id`) WHERE state = 'pending' and remind_at is not null;--> statement-breakpoint
CREATE INDEX `ad_requests_by_campaign` ON `ad_requests` (`campaign_id`,`id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_campaign_and_state` ON `ad_requests` (`campaign_id`,`state`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_sponsor` ON `ad_requests` (`sponsor_id`,`id`,`state`,`turn`,`closes_at`,`campaign_id`,`origin`,`influencer_id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_sponsor_and_amount` ON `ad_requests` (`sponsor_id`,`payment_amount`,`id`,`state`,`turn`,`closes_at`,`campaign_id`,`origin`,`influencer_id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_sponsor_and_closing` ON `ad_requests` (`sponsor_id`,`closes_at`,`id`,`state`,`turn`,`campaign_id`,`origin`,`influencer_id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_sponsor_and_state` ON `ad_requests` (`sponsor_id`,`state`,`turn`,`closes_at`,`id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_sponsor_and_answer` ON `ad_requests` (`sponsor_id`,`first_answered_at`,`id`,`created_at`) WHERE first_answered_at is not null;--> statement-breakpoint
CREATE INDEX `ad_requests_by_influencer` ON `ad_requests` (`influencer_id`,`id`,`state`,`turn`,`closes_at`,`campaign_id`,`origin`,`sponsor_id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_influencer_and_amount` ON `ad_requests` (`influencer_id`,`payment_amount`,`id`,`state`,`turn`,`closes_at`,`campaign_id`,`origin`,`sponsor_id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_influencer_and_closing` ON `ad_requests` (`influencer_id`,`closes_at`,`id`,`state`,`turn`,`campaign_id`,`origin`,`sponsor_id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_influencer_and_state` ON `ad_requests` (`influencer_id`,`state`,`turn`,`closes_at`,`id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_influencer_and_answer` ON `ad_requests` (`influencer_id`,`first_answered_at`,`id`,`created_at`) WHERE first_answered_at is not null;--> statement-breakpoint
CREATE INDEX `ad_requests_by_sponsor_and_influencer` ON `ad_requests` (`sponsor_id`,`influencer_id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_influencer_and_campaign` ON `ad_requests` (`influencer_id`,`campaign_id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_state` ON `ad_requests` (lower("state"),`id`,`closes_at`,`turn`,`origin`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_creation` ON `ad_requests` (`created_at`,`id`,lower("state"),`turn`,`origin`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_amount` ON `ad_requests` (`payment_amount`,`id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_state_and_amount` ON `ad_requests` (lower("state"),`payment_amount`,`id`);--> statement-breakpoint
CREATE INDEX `ad_requests_flagged` ON `ad_requests` (`flagged_at`,`id`) WHERE flagged_at is not null;--> statement-breakpoint
CREATE INDEX `ad_requests_by_closing` ON `ad_requests` (`closes_at`,`id`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_state_and_closing` ON `ad_requests` (lower("state"),`closes_at`,`id`,`turn`,`origin`);--> statement-breakpoint
CREATE INDEX `ad_requests_by_answer` ON `ad_requests` (case when "first_answered_at" - "created_at" < 3600000 then 'hour' when "first_answered_at" - "created_at" < 21600000 then 'quarter_day' when "first_answered_at" - "created_at" < 86400000 then 'day' when "first_answered_at" - "created_at" < 172800000 then 'two_days' when "first_answered_at" - "created_at" < 259200000 then 'three_days' when "first_answered_at" - "created_at" < 604800000 then 'week' when "first_answered_at" is not null then 'longer' end,`first_answered_at`,`id`,`created_at`,`state`,`turn`,`origin`) WHERE first_answered_at is not null;--> statement-breakpoint
CREATE TABLE `messages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`ad_request_id` integer NOT NULL,
	`author_id` integer NOT NULL,
	`body` text NOT NULL,
	`sent_at` integer NOT NULL,
	`flagged_at` integer,
	`flag_reason` text,
	FOREIGN KEY (`ad_request_id`) REFERENCES `ad_requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `messages_by_ad_request` ON `messages` (`ad_request_id`,`id`);--> statement-breakpoint
CREATE TABLE `offers` (
	`id` integer PRIMARY KEY NOT NULL,
	`ad_request_id` integer NOT NULL,
	`number` integer NOT NULL,
	`made_by` text NOT NULL,
	`payment_amount` integer NOT NULL,
	`deliverables` text NOT NULL,
	`requirements` text DEFAULT '' NOT NULL,
	`usage_channels` text NOT NULL,
	`usage_months` integer NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`ad_request_id`) REFERENCES `ad_requests`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "offers_payment" CHECK("offers"."payment_amount" >= 0),
	CONSTRAINT "offers_made_by" CHECK("offers"."made_by" in ('sponsor', 'influencer'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offers_by_ad_request` ON `offers` (`ad_request_id`,`number`);--> statement-breakpoint
CREATE TABLE `audit_checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` integer,
	`updated_at` integer NOT NULL,
	`finished_at` integer,
	`seal_id` integer DEFAULT 0 NOT NULL,
	`hash` text,
	`events` integer DEFAULT 0 NOT NULL,
	`breaks` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`started_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_checks_unfinished` ON `audit_checks` (`updated_at`) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX `audit_checks_finished` ON `audit_checks` (`id`) WHERE finished_at is not null;--> statement-breakpoint
CREATE INDEX `audit_checks_right` ON `audit_checks` (`id`) WHERE finished_at is not null and breaks = '[]';--> statement-breakpoint
CREATE TABLE `audit_seals` (
	`id` integer PRIMARY KEY NOT NULL,
	`format` integer NOT NULL,
	`hour` integer NOT NULL,
	`first_event_id` integer NOT NULL,
	`last_event_id` integer NOT NULL,
	`count` integer NOT NULL,
	`sealed_at` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`event_digests` text NOT NULL,
	CONSTRAINT "audit_seals_hash" CHECK(length("audit_seals"."hash") = 64 and length("audit_seals"."previous_hash") = 64),
	CONSTRAINT "audit_seals_count" CHECK("audit_seals"."count" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_seals_by_hash` ON `audit_seals` (`hash`);--> statement-breakpoint
CREATE TABLE `bulk_action_rows` (
	`action_id` integer NOT NULL,
	`row_id` integer NOT NULL,
	`name` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`action_id`, `row_id`),
	FOREIGN KEY (`action_id`) REFERENCES `bulk_actions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "bulk_action_rows_outcome" CHECK("bulk_action_rows"."outcome" in ('skipped', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `bulk_action_rows_by_row` ON `bulk_action_rows` (`row_id`);--> statement-breakpoint
CREATE TABLE `bulk_actions` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`scope` text NOT NULL,
	`seen_at` integer NOT NULL,
	`fields` text NOT NULL,
	`total` integer NOT NULL,
	`started_by` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`request_id` text NOT NULL,
	`state` text DEFAULT 'running' NOT NULL,
	`stop_reason` text,
	`position` text,
	`changed` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	`error` text,
	`version` integer DEFAULT 1 NOT NULL,
	`started_at` integer NOT NULL,
	`moved_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`started_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bulk_actions_state" CHECK("bulk_actions"."state" in ('running', 'stopped', 'done')),
	CONSTRAINT "bulk_actions_done" CHECK(("bulk_actions"."state" = 'done') = ("bulk_actions"."ended_at" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `bulk_actions_by_state` ON `bulk_actions` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `bulk_actions_by_kind` ON `bulk_actions` (`kind`,`id`);--> statement-breakpoint
CREATE INDEX `bulk_actions_by_start` ON `bulk_actions` (`started_at`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "calendar_feeds_token" CHECK(length("calendar_feeds"."token") = 32)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token_unique` ON `calendar_feeds` (`token`);--> statement-breakpoint
CREATE TABLE `campaign_goals` (
	`id` integer PRIMARY KEY NOT NULL,
	`campaign_id` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`search_text` text,
	`done_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `campaign_goals_by_campaign` ON `campaign_goals` (`campaign_id`,`position`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sponsor_id` integer NOT NULL,
	`name` text NOT NULL,
	`search_name` text,
	`brief` text DEFAULT '' NOT NULL,
	`search_brief` text,
	`category` text,
	`niche` text,
	`platforms` text NOT NULL,
	`wanted_deliverables` text NOT NULL,
	`hashtags` text DEFAULT '' NOT NULL,
	`mentions` text DEFAULT '' NOT NULL,
	`dos` text DEFAULT '' NOT NULL,
	`donts` text DEFAULT '' NOT NULL,
	`disclosure` text DEFAULT '#ad' NOT NULL,
	`usage_channels` text NOT NULL,
	`usage_months` integer DEFAULT 3 NOT NULL,
	`time_zone` text DEFAULT 'UTC' NOT NULL,
	`start_date` text,
	`end_date` text,
	`starts_at` integer,
	`ends_at` integer,
	`recorded_end_at` integer,
	`budget` integer DEFAULT 0 NOT NULL,
	`committed` integer DEFAULT 0 NOT NULL,
	`paid` integer DEFAULT 0 NOT NULL,
	`visibility` text DEFAULT 'public' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`flagged_at` integer,
	`flag_reason` text,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`sponsor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "campaigns_state" CHECK("campaigns"."state" in ('draft', 'active', 'paused', 'completed')),
	CONSTRAINT "campaigns_visibility" CHECK("campaigns"."visibility" in ('public', 'private')),
	CONSTRAINT "campaigns_budget" CHECK("campaigns"."committed" between 0 and "campaigns"."budget"),
	CONSTRAINT "campaigns_paid" CHECK("campaigns"."paid" between 0 and "campaigns"."committed"),
	CONSTRAINT "campaigns_dates" CHECK("campaigns"."start_date" <= "campaigns"."end_date")
) STRICT;
--> statement-breakpoint
CREATE INDEX `campaigns_by_sponsor` ON `campaigns` (`sponsor_id`,`id`);--> statement-breakpoint
CREATE INDEX `campaigns_by_sponsor_and_state` ON `campaigns` (`sponsor_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `campaigns_to_end` ON `campaigns` (`ends_at`,`id`) WHERE state in ('active', 'paused') and ends_at is not recorded_end_at;--> statement-breakpoint
CREATE INDEX `campaigns_public` ON `campaigns` (`published_at`,`id`) WHERE state = 'active' and visibility = 'public' and flagged_at is null;--> statement-breakpoint
CREATE TABLE `collaborations` (
	`id` integer PRIMARY KEY NOT NULL,
	`ad_request_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`sponsor_id` integer NOT NULL,
	`influencer_id` integer NOT NULL,
	`state` text DEFAULT 'awaiting_funding' NOT NULL,
	`terms` text NOT NULL,
	`payment_amount` integer NOT NULL,
	`influencer_reach` integer DEFAULT 0 NOT NULL,
	`funding_due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`ad_request_id`) REFERENCES `ad_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sponsor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`influencer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "collaborations_state" CHECK("collaborations"."state" in ('awaiting_funding', 'in_progress', 'completed', 'cancelled', 'disputed', 'lapsed')),
	CONSTRAINT "collaborations_payment" CHECK("collaborations"."payment_amount" >= 0),
	CONSTRAINT "collaborations_reach" CHECK("collaborations"."influencer_reach" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `collaborations_ad_request_id_unique` ON `collaborations` (`ad_request_id`);--> statement-breakpoint
CREATE INDEX `collaborations_by_sponsor` ON `collaborations` (`sponsor_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `collaborations_by_influencer` ON `collaborations` (`influencer_id`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `collaborations_by_campaign` ON `collaborations` (`campaign_id`);--> statement-breakpoint
CREATE TABLE `saved_searches` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`criteria` text,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "saved_searches_kind" CHECK("saved_searches"."kind" in ('influencers', 'campaigns'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_searches_once` ON `saved_searches` (`user_id`,`kind`,`query`);--> statement-breakpoint
CREATE INDEX `saved_searches_by_user` ON `saved_searches` (`user_id`,`id`);--> statement-breakpoint
CREATE TABLE `shortlist_members` (
	`shortlist_id` integer NOT NULL,
	`influencer_id` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`shortlist_id`, `influencer_id`),
	FOREIGN KEY (`shortlist_id`) REFERENCES `shortlists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`influencer_id`) REFERENCES `influencers`(`user_id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `shortlist_members_in_order` ON `shortlist_members` (`shortlist_id`,`added_at`,`influencer_id`);--> statement-breakpoint
CREATE INDEX `shortlist_members_by_influencer` ON `shortlist_members` (`influencer_id`);--> statement-breakpoint
CREATE TABLE `shortlists` (
	`id` integer PRIMARY KEY NOT NULL,
	`sponsor_id` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`sponsor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shortlists_once` ON `shortlists` (`sponsor_id`,lower("name"));--> statement-breakpoint
CREATE TABLE `email_changes` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`requested_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `email_changes_by_request` ON `email_changes` (`requested_at`);--> statement-breakpoint
CREATE TABLE `email_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`address` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "email_links_purpose" CHECK("email_links"."purpose" in ('confirmation', 'change', 'undo', 'reset'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `email_links_by_user` ON `email_links` (`user_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `email_links_by_expiry` ON `email_links` (`expires_at`);--> statement-breakpoint
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
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `exports_one_waiting` ON `exports` (`user_id`,`kind`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `exports_by_user` ON `exports` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `exports_to_write` ON `exports` (`attempts`,`id`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `exports_to_remove` ON `exports` (`expires_at`,`id`);--> statement-breakpoint
CREATE TABLE `flags` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` integer NOT NULL,
	`title` text NOT NULL,
	`search_title` text,
	`owner_id` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`internal_note` text DEFAULT '' NOT NULL,
	`flagged_by` integer NOT NULL,
	`flagged_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`appeal` text,
	`appealed_at` integer,
	`decided_by` integer,
	`decided_at` integer,
	`decision_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`flagged_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "flags_subject" CHECK("flags"."subject" in ('user', 'campaign', 'ad_request', 'message')),
	CONSTRAINT "flags_reason" CHECK("flags"."reason" in ('spam', 'misleading_figures', 'offensive', 'fraud', 'copyright', 'undisclosed_advertising', 'impersonation', 'off_platform', 'other')),
	CONSTRAINT "flags_state" CHECK("flags"."state" in ('appealed', 'open', 'kept', 'lifted')),
	CONSTRAINT "flags_appeal" CHECK(("flags"."appeal" is null) = ("flags"."appealed_at" is null)),
	CONSTRAINT "flags_appealed" CHECK("flags"."state" not in ('appealed', 'kept') or "flags"."appeal" is not null),
	CONSTRAINT "flags_decision" CHECK(("flags"."state" in ('kept', 'lifted')) = ("flags"."decided_at" is not null)
        and ("flags"."decided_at" is null) = ("flags"."decided_by" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `flags_one_open` ON `flags` (`subject`,`subject_id`) WHERE state <> 'lifted';--> statement-breakpoint
CREATE INDEX `flags_by_subject` ON `flags` (`subject`,`subject_id`,`id`);--> statement-breakpoint
CREATE INDEX `flags_by_owner` ON `flags` (`owner_id`,`id`);--> statement-breakpoint
CREATE INDEX `flags_by_state` ON `flags` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `channels` (
	`id` integer PRIMARY KEY NOT NULL,
	`influencer_id` integer NOT NULL,
	`platform` text NOT NULL,
	`handle` text NOT NULL,
	`search_handle` text,
	`url` text NOT NULL,
	`followers` integer NOT NULL,
	`average_views` integer NOT NULL,
	`average_likes` integer NOT NULL,
	`average_comments` integer NOT NULL,
	`posts_last_30_days` integer NOT NULL,
	`metrics_date` text NOT NULL,
	FOREIGN KEY (`influencer_id`) REFERENCES `influencers`(`user_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "channels_metrics" CHECK(min("channels"."followers", "channels"."average_views", "channels"."average_likes", "channels"."average_comments", "channels"."posts_last_30_days") >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_once` ON `channels` (`influencer_id`,`platform`,lower("handle"));--> statement-breakpoint
CREATE UNIQUE INDEX `channels_once_in_any_script` ON `channels` (`influencer_id`,`platform`,`search_handle`);--> statement-breakpoint
CREATE TABLE `influencers` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`category` text NOT NULL,
	`niche` text NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`search_bio` text,
	`country` text NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`languages` text NOT NULL,
	`availability` text DEFAULT 'open' NOT NULL,
	`followers` integer DEFAULT 0 NOT NULL,
	`reach` integer DEFAULT 0 NOT NULL,
	`engagement_rate` real DEFAULT 0 NOT NULL,
	`lowest_price` integer,
	`rating` real,
	`rating_count` integer DEFAULT 0 NOT NULL,
	`flagged_at` integer,
	`flag_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "influencers_availability" CHECK("influencers"."availability" in ('open', 'limited', 'closed')),
	CONSTRAINT "influencers_metrics" CHECK("influencers"."followers" >= 0 and "influencers"."reach" >= 0 and "influencers"."engagement_rate" >= 0),
	CONSTRAINT "influencers_rating" CHECK("influencers"."rating" between 1 and 5),
	CONSTRAINT "influencers_rating_count" CHECK(("influencers"."rating" is null) = ("influencers"."rating_count" = 0))
) STRICT;
--> statement-breakpoint
CREATE TABLE `rates` (
	`id` integer PRIMARY KEY NOT NULL,
	`influencer_id` integer NOT NULL,
	`kind` text NOT NULL,
	`price` integer NOT NULL,
	`days` integer NOT NULL,
	FOREIGN KEY (`influencer_id`) REFERENCES `influencers`(`user_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rates_positive" CHECK("rates"."price" >= 0 and "rates"."days" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rates_once` ON `rates` (`influencer_id`,`kind`);--> statement-breakpoint
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
) STRICT;
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
) STRICT;
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
) STRICT;
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`path` text NOT NULL,
	`page` text GENERATED ALWAYS AS (substr(path, 1, instr(replace(path, '#', '?') || '?', '?') - 1)) VIRTUAL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `notifications_by_user` ON `notifications` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`user_id`,`page`) WHERE read_at is null;--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`period` text NOT NULL,
	`channel` text NOT NULL,
	`user_id` integer NOT NULL,
	`address` text,
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
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('pending', 'claimed', 'sent', 'failed', 'dead', 'held')),
	CONSTRAINT "outbox_channel" CHECK("outbox"."channel" in ('email', 'chat', 'sms'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`kind`,`subject`,`period`,`channel`,`user_id`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`channel`,`due_at`) WHERE state in ('pending', 'claimed', 'failed');--> statement-breakpoint
CREATE INDEX `outbox_by_address` ON `outbox` (`address`,`created_at`) WHERE address is not null;--> statement-breakpoint
CREATE INDEX `outbox_by_user` ON `outbox` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_by_sent` ON `outbox` (`sent_at`) WHERE sent_at is not null;--> statement-breakpoint
CREATE INDEX `outbox_held` ON `outbox` (`created_at`) WHERE state = 'held';--> statement-breakpoint
CREATE INDEX `outbox_undelivered` ON `outbox` (`id`) WHERE state in ('failed', 'dead');--> statement-breakpoint
CREATE TABLE `undeliverable_addresses` (
	`address` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`detail` text NOT NULL,
	`at` integer NOT NULL,
	`cleared_at` integer,
	CONSTRAINT "undeliverable_addresses_reason" CHECK("undeliverable_addresses"."reason" in ('bounced', 'complained'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `account_deletions` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`requested_by` integer NOT NULL,
	`requested_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`status_before` text NOT NULL,
	`erased_until` integer DEFAULT 0 NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_deletions_status" CHECK("account_deletions"."status_before" in ('pending', 'active', 'rejected', 'suspended', 'deleting', 'deleted'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_deletions_due` ON `account_deletions` (`due_at`,`user_id`) WHERE erased_at is null;--> statement-breakpoint
CREATE TABLE `agreed_prices` (
	`ad_request_id` integer PRIMARY KEY NOT NULL,
	`sponsor_id` integer NOT NULL,
	`influencer_id` integer NOT NULL,
	`kind` text NOT NULL,
	`category` text NOT NULL,
	`tier` text NOT NULL,
	`unit_price` integer NOT NULL,
	`agreed_at` integer NOT NULL,
	FOREIGN KEY (`ad_request_id`) REFERENCES `ad_requests`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sponsor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`influencer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agreed_prices_tier" CHECK("agreed_prices"."tier" in ('nano', 'micro', 'mid', 'macro', 'mega')),
	CONSTRAINT "agreed_prices_unit_price" CHECK("agreed_prices"."unit_price" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `agreed_prices_by_group` ON `agreed_prices` (`kind`,`category`,`tier`,`agreed_at`);--> statement-breakpoint
CREATE TABLE `reason_templates` (
	`id` integer PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "reason_templates_purpose" CHECK("reason_templates"."purpose" in ('sponsor_rejection', 'name_rejection', 'flag', 'suspension'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reason_templates_by_purpose` ON `reason_templates` (`purpose`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `security_events` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`hour` integer NOT NULL,
	`network` text NOT NULL,
	`device` text NOT NULL,
	`place` text NOT NULL,
	`detail` text NOT NULL,
	`count` integer DEFAULT 1 NOT NULL,
	`first_at` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "security_events_count" CHECK("security_events"."count" >= 1 and "security_events"."first_at" <= "security_events"."at")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `security_events_merge` ON `security_events` (`user_id`,`kind`,`hour`,`network`,`device`,`detail`);--> statement-breakpoint
CREATE INDEX `security_events_by_user` ON `security_events` (`user_id`,`hour`,`id`);--> statement-breakpoint
CREATE INDEX `security_events_by_kind` ON `security_events` (`kind`,`hour`,`id`);--> statement-breakpoint
CREATE INDEX `security_events_by_network` ON `security_events` (`network`,`hour`,`id`);--> statement-breakpoint
CREATE INDEX `security_events_by_hour` ON `security_events` (`hour`,`id`);--> statement-breakpoint
CREATE TABLE `kept_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`path` text NOT NULL,
	`page` text,
	`fields` text NOT NULL,
	`reason` text NOT NULL,
	`kept_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "kept_forms_reason" CHECK("kept_forms"."reason" in ('signed_out', 'other_account')),
	CONSTRAINT "kept_forms_size" CHECK(length("kept_forms"."fields") <= 200000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `kept_forms_by_user` ON `kept_forms` (`user_id`,`kept_at`);--> statement-breakpoint
CREATE INDEX `kept_forms_by_expiry` ON `kept_forms` (`expires_at`);--> statement-breakpoint
CREATE TABLE `used_forms` (
	`key` text PRIMARY KEY NOT NULL,
	`user_id` integer,
	`content` text NOT NULL,
	`location` text,
	`flash` text,
	`used_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `used_forms_by_user` ON `used_forms` (`user_id`);--> statement-breakpoint
CREATE INDEX `used_forms_by_time` ON `used_forms` (`used_at`);--> statement-breakpoint
CREATE TABLE `sponsors` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`company_name` text NOT NULL,
	`search_company_name` text,
	`industry` text NOT NULL,
	`annual_budget` integer,
	`website` text,
	`name_key` text DEFAULT '' NOT NULL,
	`website_domain` text,
	`requested_name` text,
	`requested_name_key` text,
	`name_requested_at` integer,
	`about` text DEFAULT '' NOT NULL,
	`submitted_at` integer NOT NULL,
	`answered_at` integer DEFAULT 0 NOT NULL,
	`profile_changed_at` integer DEFAULT 0 NOT NULL,
	`flagged_at` integer,
	`flag_reason` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "sponsors_annual_budget" CHECK("sponsors"."annual_budget" >= 0),
	CONSTRAINT "sponsors_requested_name" CHECK(("sponsors"."requested_name" is null) = ("sponsors"."name_requested_at" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `sponsors_by_name_key` ON `sponsors` (`name_key`);--> statement-breakpoint
CREATE INDEX `sponsors_by_website` ON `sponsors` (`website_domain`) WHERE website_domain is not null;--> statement-breakpoint
CREATE INDEX `sponsors_renamed` ON `sponsors` (`name_requested_at`,`user_id`) WHERE requested_name is not null;--> statement-breakpoint
CREATE INDEX `sponsors_waiting` ON `sponsors` (`submitted_at`,`user_id`) WHERE answered_at < submitted_at;--> statement-breakpoint
CREATE TABLE `write_guard` (
	`changed` integer PRIMARY KEY NOT NULL,
	CONSTRAINT "exactly_one_row_changed" CHECK("write_guard"."changed" = 1)
) STRICT;
