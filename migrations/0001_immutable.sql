-- An offer is never changed: a new one is made. Reads like history because it is.
CREATE TRIGGER `offers_are_immutable` BEFORE UPDATE ON `offers`
BEGIN
  SELECT raise(ABORT, 'an offer is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `events_are_immutable` BEFORE UPDATE ON `events`
BEGIN
  SELECT raise(ABORT, 'an event is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `agreed_terms_are_frozen` BEFORE UPDATE OF `terms`, `payment_amount` ON `collaborations`
BEGIN
  SELECT raise(ABORT, 'agreed terms are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `events_are_kept` BEFORE DELETE ON `events`
BEGIN
  SELECT raise(ABORT, 'an event is never deleted');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes a row without firing the trigger above.
CREATE TRIGGER `events_are_not_replaced` BEFORE INSERT ON `events`
WHEN exists (SELECT 1 FROM `events` WHERE `id` = new.`id`)
BEGIN
  SELECT raise(ABORT, 'an event is never replaced');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_seals_are_immutable` BEFORE UPDATE ON `audit_seals`
BEGIN
  SELECT raise(ABORT, 'a seal is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_seals_are_kept` BEFORE DELETE ON `audit_seals`
BEGIN
  SELECT raise(ABORT, 'a seal is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_seals_are_not_replaced` BEFORE INSERT ON `audit_seals`
WHEN exists (SELECT 1 FROM `audit_seals` WHERE `id` = new.`id` OR `hash` = new.`hash`)
BEGIN
  SELECT raise(ABORT, 'a seal is never replaced');
END;
