import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { State } from '../../../ui/data/badge.tsx'
import { MorePager } from '../../../ui/data/pager.tsx'
import { type Column, Table } from '../../../ui/data/table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Person } from '../../../ui/person/person.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { channels } from '../../notifications/channels.ts'
import { notificationKinds } from '../../notifications/notification-kinds.ts'
import type { UndeliveredMessage } from '../../notifications/undelivered/queries.ts'

type Props = { page: Page<UndeliveredMessage>; isFirst: boolean; hasPreviews: boolean }

const REGION = 'messages'

export const MailPage = (props: Props) => (
  <>
    <PageHeader
      title="Undelivered messages"
      subtitle="What failed and is tried again, and what was given up."
      aside={props.hasPreviews ? <a href={routes.admin.mailPreview.index.href()}>See every e-mail</a> : null}
    />
    <MessageTable {...props} />
  </>
)

export const MessageTable = ({ page, isFirst }: Props) => (
  <Region id={REGION} label="Undelivered messages">
    {page.rows.length > 0 ? (
      <Card>
        <Table caption="Newest first" columns={columns} rows={page.rows} />
      </Card>
    ) : (
      <EmptyState title={isFirst ? 'Everything has been delivered' : 'No more messages'} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next && routes.admin.mail.href({ after: page.next })}
      firstHref={isFirst ? null : routes.admin.mail.href()}
    />
  </Region>
)

const columns: readonly Column<UndeliveredMessage>[] = [
  {
    header: 'To',
    small: 'title',
    cell: ({ userId, name, email }) => (
      <Person name={name} href={routes.admin.user.href({ userId })} note={email} />
    ),
  },
  {
    header: 'Message',
    cell: ({ title, channel, kind, createdAt }) => (
      <>
        {title}
        <div class="secondary small">
          {channels[channel].label} · {notificationKinds[kind].label} · <Time at={createdAt} as="relative" />
        </div>
      </>
    ),
  },
  {
    header: 'State',
    cell: ({ state, dueAt }) =>
      state === 'dead' ? (
        <State tone="off">Given up</State>
      ) : (
        <>
          <State tone="wait">Failed</State>
          <div class="secondary small">
            Next try <Time at={dueAt} as="relative" />
          </div>
        </>
      ),
  },
  { header: 'Attempts', align: 'end', cell: ({ attempts }) => attempts },
  { header: 'Error', cell: ({ error }) => <span class="message-error">{error}</span> },
  {
    header: 'Try again',
    align: 'end',
    small: 'action',
    cell: ({ id, title }) => (
      <div class="row-actions">
        <Form action={routes.admin.mailRetry.href({ messageId: id })}>
          <SubmitButton tone="outline" small>
            Try again<span class="visually-hidden"> {title}</span>
          </SubmitButton>
        </Form>
      </div>
    ),
  },
]
