import type { WriteMessage } from '../../../src/platform/db/write.ts'

/** A POST to a page of admins, with the batches that it wrote before it answered. */
export interface AdminPost {
  readonly path: string
  readonly requestId: string | null
  readonly batches: readonly Pick<WriteMessage, 'statements' | 'args'>[]
}

/** Statements that are no acts. A batch that only has these needs no event. */
const notActs: readonly { readonly statement: RegExp; readonly why: string }[] = [
  { statement: /^insert into write_guard/, why: 'it only stops a batch' },
  {
    statement: /^(update "bulk_actions" set "state" = \?, "position" =|insert into "bulk_action_rows")/,
    why: 'a bulk action moves on; each row that it changes has an event',
  },
  {
    statement:
      /^(insert into "used_forms"|update "used_forms" set "location"|(insert into|delete from) "kept_forms")/,
    why: 'every form is remembered, so that it does its work once',
  },
  { statement: /^update "users" set "last_seen_at" =/, why: 'every request does that' },
  { statement: /^(update|delete from) "sessions"/, why: 'every request may make its session longer' },
  {
    statement: /^insert into "security_events"/,
    why: 'the security log has who was refused, after the response',
  },
  {
    statement: /^insert into "delivery_settings" \(user_id\)\s+select distinct user_id from/,
    why: 'the delivery of e-mails after the response',
  },
  {
    statement: /^update "outbox" set (state = '(claimed|sent|dead)'|attempts = attempts - 1)/,
    why: 'the delivery of e-mails after the response',
  },
]

/** Here one act starts a job. What the job does is the same as by the clock. */
const startsJob = /^\/admin\/(jobs\/[\w-]+\/start|audit\/verification)$/

/** A message for each batch of an admin that has no event for the audit log with the id of its request. */
export function findUnrecorded(posts: readonly AdminPost[]): string[] {
  return posts.flatMap(({ path, requestId, batches }) => {
    const acts = batches.filter(({ statements }) => !statements.every(isNoAct))
    const unrecorded = acts.filter((batch) => !isRecorded(batch, requestId))
    const isExcused = startsJob.test(path) && unrecorded.length < acts.length
    return isExcused ? [] : unrecorded.map((batch) => advice(path, batch))
  })
}

function isRecorded({ statements, args }: AdminPost['batches'][number], requestId: string | null): boolean {
  return statements.some((sql, at) => {
    const values = args[at]
    return /^insert into "events"/.test(sql) && Array.isArray(values) && values.includes(requestId)
  })
}

function isNoAct(sql: string): boolean {
  return notActs.some(({ statement }) => statement.test(sql))
}

function advice(path: string, { statements }: AdminPost['batches'][number]): string {
  return `POST ${path} changes something without recording it: add recordAdminAct(…) to the write() with\n  ${statements[0]}`
}
