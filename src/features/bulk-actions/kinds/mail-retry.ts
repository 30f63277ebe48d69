import * as z from 'zod'
import { routes } from '../../../routes.ts'
import { retryEach } from '../../notifications/undelivered/commands.ts'
import { type UndeliveredMessage, undeliveredMessages } from '../../notifications/undelivered/queries.ts'
import { undeliveredSearch } from '../../notifications/undelivered/search.ts'
import { bulkKind } from '../bulk-kind.ts'
import { rowsOfList } from '../rows-of-list.ts'

export const mailRetry = bulkKind<UndeliveredMessage, object>({
  listHref: routes.admin.mail.href(),
  things: { one: 'message', many: 'messages' },
  rows: rowsOfList({
    source: undeliveredMessages,
    search: undeliveredSearch,
    nameOf: ({ title, name }) => `${title}, to ${name}`,
  }),
  verb: 'Try again to send',
  done: 'queued again',
  tone: 'primary',
  explain:
    'They are sent again within a minute. A message that has arrived less than a day ago is not sent twice.',
  form: z.object({}),
  refuse: ({ state }) => (state === 'failed' || state === 'dead' ? null : 'Already sent, or being sent'),
  change: (messages, _, context) =>
    retryEach(
      messages.map(({ id }) => id),
      context,
    ),
  invalidates: [],
})
