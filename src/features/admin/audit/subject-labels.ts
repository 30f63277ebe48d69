import type { EventSubject } from '../../activity/event-kinds.ts'

/** What the audit log is about, in its filter and for things without a name: "Campaign 12". */
export const subjectLabels: Readonly<Record<EventSubject, string>> = {
  user: 'Account',
  campaign: 'Campaign',
  ad_request: 'Request',
  message: 'Message in a request',
  abuse_case: 'Case',
  bulk_action: 'Bulk action',
  reason_template: 'Reason template',
  job: 'Job',
  outbox: 'Message',
  audit_log: 'Audit log',
}
