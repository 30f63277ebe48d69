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
