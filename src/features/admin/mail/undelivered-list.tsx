import { isLocal } from '../../../env.ts'
import { isoMoment } from '../../../platform/csv/column.ts'
import { routes } from '../../../routes.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import { State } from '../../../ui/data/badge.tsx'
import { defineList } from '../../../ui/list/list.ts'
import { Person } from '../../../ui/person/person.tsx'
import { Address } from '../../../ui/values/address.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { channels } from '../../notifications/channels.ts'
import { notificationKinds } from '../../notifications/notification-kinds.ts'
import { type UndeliveredMessage, undeliveredMessages } from '../../notifications/undelivered/queries.ts'
import { undeliveredSearch } from '../../notifications/undelivered/search.ts'

/** The row action that sends a message again. */
export const RETRY = 'retry'

export const undeliveredList = defineList({
  name: 'messages',
  title: 'Undelivered messages',
  noun: ['message', 'messages'],
  route: routes.admin.mail,
  search: undeliveredSearch,
  source: undeliveredMessages,
  rowId: ({ id }) => id,
  rowLabel: ({ title }) => title,
  empty: { title: 'Everything has been delivered' },
  columns: [
    {
      key: 'to',
      header: 'To',
      small: 'title',
      cell: ({ userId, name, email }) => (
        <Person name={name} href={routes.admin.user.href({ userId })} note={<Address of={email} />} />
      ),
      csv: [
        { header: 'To', value: ({ email }) => email },
        { header: 'Name', value: ({ name }) => name },
      ],
    },
    {
      key: 'message',
      header: 'Message',
      cell: ({ title, channel, kind }) => (
        <div class="message-title">
          {title}
          <div class="secondary small">
            {joinFacts(channels[channel].label, notificationKinds[kind].label)}
          </div>
        </div>
      ),
      csv: [
        { header: 'Message', value: ({ title }) => title },
        { header: 'Sent by', value: ({ channel }) => channels[channel].label },
        { header: 'Kind', value: ({ kind }) => notificationKinds[kind].label },
      ],
    },
    {
      key: 'written',
      header: 'Written',
      sort: { ascending: 'oldest', descending: 'newest' },
      cell: ({ createdAt }) => <Time at={createdAt} as="relative" />,
      csv: ({ createdAt }) => isoMoment(createdAt),
    },
    {
      key: 'state',
      header: 'State',
      cell: (message) => <MessageState message={message} />,
      csv: ({ state }) => state,
    },
    {
      key: 'attempts',
      header: 'Attempts',
      align: 'end',
      cell: ({ attempts }) => attempts,
      csv: ({ attempts }) => attempts,
    },
    {
      key: 'error',
      header: 'Error',
      cell: ({ error }) => <span class="message-error">{error}</span>,
      csv: ({ error }) => error,
    },
  ],
  frame: ({ var: { env } }) => ({
    subtitle: 'What failed and is tried again, and what was given up.',
    aside: isLocal(env.PUBLIC_URL) ? (
      <a href={routes.admin.mailPreview.index.href()}>See every e-mail</a>
    ) : null,
  }),
  bulk: {
    route: routes.admin.bulkActions.new,
    actions: [{ kind: 'mail_retry', label: 'Send selected again…' }],
  },
  rowActions: [
    {
      key: RETRY,
      label: 'Try again',
      href: ({ id }) => routes.admin.mailRetry.href({ messageId: id }),
      isPossible: ({ state }) => state === 'failed' || state === 'dead',
      done: "The message is being sent again. If it isn't here any more in a minute, it has arrived.",
    },
  ],
})

const MessageState = ({ message: { state, dueAt } }: { message: UndeliveredMessage }) => {
  switch (state) {
    case 'dead':
      return <State tone="off">Given up</State>
    case 'failed':
      return (
        <>
          <State tone="wait">Failed</State>
          <div class="secondary small">
            Next try <Time at={dueAt} as="relative" />
          </div>
        </>
      )
    case 'sent':
      return <State tone="done">Sent</State>
    case 'pending':
    case 'claimed':
      return <State tone="wait">Being sent</State>
  }
}
