import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { literals } from '../../platform/db/literals.ts'
import { mutation } from '../../platform/db/write.ts'
import {
  type ErasedPerson,
  MAX_ERASED,
  type Owner,
  type PersonalRecord,
} from '../../platform/personal-data/record.ts'
import { all, byKey, isoTime, PAGE } from '../../platform/personal-data/rows.ts'
import { users } from '../accounts/schema.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { sponsors } from '../sponsors/schema.ts'
import { parseMailContent } from './email/blocks.ts'
import { kindKeys } from './notification-kinds.ts'
import { channelChoices, deliverySettings, notifications, outbox, undeliverableAddresses } from './schema.ts'

const bell: PersonalRecord = {
  file: 'notifications',
  holds: 'The notifications at your bell.',
  tables: [notifications],
  read: byKey(selectBell, ({ createdAt, readAt, ...row }) => ({
    ...row,
    createdAt: isoTime(createdAt),
    readAt: isoTime(readAt),
  })),
  erasure: {
    kind: 'delete',
    why: 'Your notifications are deleted, and so are those about your requests and campaigns that other people got.',
    statements: ({ id }) => [
      deleteFirst(sql`select id from ${notifications} where user_id = ${id}`),
      // Admins were told by name that a sponsor is waiting. There are few admins.
      deleteFirst(sql`select notification.id from ${users} admin
        join ${notifications} notification on notification.user_id = admin.id
        join ${sponsors} sponsor on sponsor.user_id = ${id}
        where admin.role = 'admin' and notification.kind = 'sponsor_waiting'
          and instr(notification.title, sponsor.company_name) = 1`),
    ],
    ofRequests: ({ id }, requestIds) => [
      deleteFirst(
        sql`select notification.id from json_each(${requestIds}) one join ${adRequests} request on request.id = one.value
          join ${notifications} notification
            on notification.user_id = iif(request.sponsor_id = ${id}, request.influencer_id, request.sponsor_id)
            and notification.path in ('/ad-requests/' || request.id, '/campaigns/' || request.campaign_id)`,
        -1,
      ),
    ],
  },
}

const messagesSent: PersonalRecord = {
  file: 'messages-sent-to-you',
  holds:
    'The e-mails, chat messages and SMS that we sent you. Links that would open something without a password are left out.',
  tables: [outbox],
  read: byKey(selectMessages, ({ body, createdAt, sentAt, ...row }) => ({
    ...row,
    content: contentOf(body),
    createdAt: isoTime(createdAt),
    sentAt: isoTime(sentAt),
  })),
  erasure: {
    kind: 'delete',
    why: 'Copies of messages to you are deleted, and so are those about your requests to the other side. Copies of other messages that name you, such as daily reminders, are deleted 90 days after they were sent.',
    // The last e-mail says that the account is gone. It is deleted after it was sent.
    statements: ({ id }) => [
      sql`delete from ${outbox} where id in (select id from ${outbox} where user_id = ${id}
        and (kind <> 'account_deleted' or state in ('sent', 'dead')) limit ${MAX_ERASED})`,
      sql`delete from ${outbox} where kind = 'sponsor_waiting' and subject = ${`user:${id}`}`,
    ],
    ofRequests: ({ id }, requestIds) => [
      sql`delete from ${outbox} where user_id <> ${id} and kind in ${literals(kindKeys)}
        and subject in (select 'ad_request:' || value from json_each(${requestIds}))`,
    ],
  },
}

const delivery: PersonalRecord = {
  file: 'notification-settings',
  holds:
    'How we may reach you: your phone number, your Google Chat space without its secret key, and your quiet hours.',
  tables: [deliverySettings],
  read: all(selectSettings, ({ chatWebhook, ...row }) => ({
    ...row,
    // What comes after it lets anybody post there.
    chatSpace: chatWebhook === null ? null : (chatWebhook.split('?')[0] ?? null),
  })),
  erasure: {
    kind: 'delete',
    why: 'Your phone number, Google Chat space and quiet hours are deleted.',
    statements: ({ id }) => [mutation.delete(deliverySettings).where(eq(deliverySettings.userId, id))],
  },
}

const choices: PersonalRecord = {
  file: 'notification-choices',
  holds: 'Which messages you switched on or off.',
  tables: [channelChoices],
  read: all(selectChoices, (row) => row),
  erasure: {
    kind: 'delete',
    why: 'Your choices of notifications are deleted.',
    statements: ({ id }) => [mutation.delete(channelChoices).where(eq(channelChoices.userId, id))],
  },
}

const undeliverable: PersonalRecord = {
  file: 'undeliverable-address',
  holds: 'Whether e-mail to your address bounced, and what the other mail server said.',
  tables: [undeliverableAddresses],
  read: all(selectUndeliverable, ({ at, clearedAt, ...row }) => ({
    ...row,
    at: isoTime(at),
    clearedAt: isoTime(clearedAt),
  })),
  erasure: {
    kind: 'delete',
    why: 'Records of bounced e-mail to your address are deleted.',
    statements: ({ id }) => [mutation.delete(undeliverableAddresses).where(isAddressOf(id))],
  },
}

export const personalData = [bell, messagesSent, delivery, choices, undeliverable]

// The button is left out: the one of an export has the token that opens the file.
function contentOf(body: string) {
  try {
    return parseMailContent(body).blocks
  } catch {
    return null
  }
}

function deleteFirst(ids: ReturnType<typeof sql>, limit = MAX_ERASED) {
  return sql`delete from ${notifications} where id in (${ids} limit ${limit})`
}

function isAddressOf(id: ErasedPerson['id']) {
  return eq(
    undeliverableAddresses.address,
    sql`(select email from ${users} where id = ${id} and is_email_confirmed = 1)`,
  )
}

function selectBell({ db, userId }: Owner, after: number) {
  return db.orm
    .select({
      key: notifications.id,
      kind: notifications.kind,
      title: notifications.title,
      path: notifications.path,
      createdAt: notifications.createdAt,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), sql`${notifications.id} > ${after}`))
    .orderBy(asc(notifications.id))
    .limit(PAGE)
}

function selectMessages({ db, userId }: Owner, after: number) {
  return db.orm
    .select({
      key: outbox.id,
      kind: outbox.kind,
      channel: outbox.channel,
      title: outbox.title,
      body: outbox.body,
      state: outbox.state,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(and(eq(outbox.userId, userId), gt(outbox.id, after)))
    .orderBy(asc(outbox.id))
    .limit(PAGE)
}

function selectSettings({ db, userId }: Owner) {
  const { chatWebhook, phone, quietFrom, quietTo } = deliverySettings
  return db.orm
    .select({ chatWebhook, phone, quietFromMinuteOfDay: quietFrom, quietToMinuteOfDay: quietTo })
    .from(deliverySettings)
    .where(eq(deliverySettings.userId, userId))
}

function selectChoices({ db, userId }: Owner) {
  const { kind, channel, isOn } = channelChoices
  return db.orm.select({ kind, channel, isOn }).from(channelChoices).where(eq(channelChoices.userId, userId))
}

function selectUndeliverable({ db, userId }: Owner) {
  return db.orm.select().from(undeliverableAddresses).where(isAddressOf(userId))
}
