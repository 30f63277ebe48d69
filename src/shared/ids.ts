declare const brand: unique symbol

/** A row's integer primary key, branded so that the compiler tells ids of different tables apart. */
type Id<Thing extends string> = number & { readonly [brand]: Thing }

export type UserId = Id<'user'>
export type CampaignId = Id<'campaign'>
export type GoalId = Id<'goal'>
export type AdRequestId = Id<'ad request'>
export type FlagId = Id<'flag'>
export type MessageId = Id<'message'>
export type NotificationId = Id<'notification'>
export type ExportId = Id<'export'>
export type AuditCheckId = Id<'audit check'>
export type JobRunId = Id<'job run'>
export type BulkActionId = Id<'bulk action'>
export type ReasonTemplateId = Id<'reason template'>
export type ChannelId = Id<'channel'>
export type RateId = Id<'rate'>
export type ShortlistId = Id<'shortlist'>
export type SavedSearchId = Id<'saved search'>
export type AbuseCaseId = Id<'abuse case'>
export type AbuseReportId = Id<'abuse report'>
export type SecurityEventId = Id<'security event'>
