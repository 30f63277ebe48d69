import { sql } from 'drizzle-orm'
import type { Statement } from '../../../platform/db/write.ts'
import type { ErasedPerson, PersonalRecord } from '../../../platform/personal-data/record.ts'
import { byKey, isoTime, money } from '../../../platform/personal-data/rows.ts'
import { withdrawForDeleted } from '../deletion/commands.ts'
import { adRequests, messages, offers } from '../schema.ts'
import { selectMessages, selectOffers, selectRequests } from './queries.ts'

/** What a message says after its author has deleted their account. */
export const DELETED_MESSAGE = 'This message was deleted together with the account of its author.'

const requests: PersonalRecord = {
  file: 'requests',
  holds: 'Your requests: with whom, for which campaign, and how they ended.',
  tables: [adRequests],
  read: byKey(selectRequests, ({ paymentAmount, createdAt, firstAnsweredAt, closesAt, ...row }, owner) => ({
    ...row,
    latestOffer: money(paymentAmount, owner),
    createdAt: isoTime(createdAt),
    firstAnsweredAt: isoTime(firstAnsweredAt),
    closesAt: isoTime(closesAt),
  })),
  erasure: {
    kind: 'anonymize',
    why: 'Requests stay, because they belong to the other side too. Open ones are withdrawn when the account is deleted, and we tell the other side then. What you wrote when you rejected an offer is deleted.',
    ofRequests: (person, requestIds) => [
      ...withdrawForDeleted(person, requestIds),
      forgetComments(person, requestIds),
      forgetFlagReasons(requestIds),
    ],
  },
}

const ownOffers: PersonalRecord = {
  file: 'offers',
  holds: 'All offers in your requests, yours and those of the other side.',
  tables: [offers],
  read: byKey(selectOffers, ({ paymentAmount, madeAt, expiresAt, ...row }, owner) => ({
    ...row,
    paymentAmount: money(paymentAmount, owner),
    madeAt: isoTime(madeAt),
    expiresAt: isoTime(expiresAt),
  })),
  erasure: {
    kind: 'keep',
    why: 'Offers stay as they were made, with the words in them. They show how an agreement came about, and are never changed.',
  },
}

const thread: PersonalRecord = {
  file: 'messages',
  holds: 'The messages in your requests, yours and those of the other side.',
  tables: [messages],
  read: byKey(selectMessages, ({ sentAt, ...row }) => ({ ...row, sentAt: isoTime(sentAt) })),
  erasure: {
    kind: 'anonymize',
    why: 'The text of your messages is deleted. The other side sees that there was a message.',
    ofRequests: ({ id }, requestIds) => [
      sql`update ${messages} set body = ${DELETED_MESSAGE}, flag_reason = null
        where ad_request_id in (select value from json_each(${requestIds})) and author_id = ${id}`,
    ],
  },
}

export const personalData = [requests, ownOffers, thread]

// Why a request was flagged stays with the flag, if it was the other side's.
function forgetFlagReasons(requestIds: string): Statement {
  return sql`update ${adRequests} set flag_reason = null
    where id in (select value from json_each(${requestIds})) and flag_reason is not null`
}

// Whoever had to answer is the one who rejected.
function forgetComments({ id }: ErasedPerson, requestIds: string): Statement {
  return sql`update ${adRequests} set rejection_comment = null
    where id in (select value from json_each(${requestIds})) and state = 'rejected'
      and turn = iif(sponsor_id = ${id}, 'sponsor', 'influencer')`
}
