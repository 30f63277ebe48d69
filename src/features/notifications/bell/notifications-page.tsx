import type { Page } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'
import { MorePager } from '../../../ui/data/pager.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { NotificationRow } from '../queries.ts'

type Props = { page: Page<NotificationRow>; isFirst: boolean; unread: number }

const REGION = 'notifications'

export const NotificationsPage = (props: Props) => (
  <>
    <PageHeader
      title="Notifications"
      subtitle={<a href={routes.settings.notifications.index.href()}>Choose what you also get elsewhere</a>}
      aside={props.unread > 0 ? <MarkAllRead /> : null}
    />
    <NotificationList {...props} />
  </>
)

export const NotificationList = ({ page, isFirst }: Props) => (
  <Region id={REGION} label="Notifications">
    {page.rows.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {page.rows.map((notification) => (
            <NotificationItem notification={notification} />
          ))}
        </ul>
      </Card>
    ) : (
      <EmptyState title="No notifications yet">
        When something needs your attention, we'll tell you here and by e-mail.
      </EmptyState>
    )}
    <MorePager
      region={REGION}
      nextHref={page.next && routes.notifications.index.href({ after: page.next })}
      firstHref={isFirst ? null : routes.notifications.index.href()}
    />
  </Region>
)

// A form, because opening a notification marks it as read. A link could be prefetched.
const NotificationItem = ({ notification }: { notification: NotificationRow }) => (
  <li class={notification.readAt === null ? 'is-unread' : undefined}>
    <Form action={routes.notifications.read.href({ notificationId: notification.id })}>
      <div class="row-head">
        <button type="submit" class="row-button stretched-link">
          {notification.title}
        </button>
        <span class="timeline-when">
          {notification.readAt === null ? <strong>New, </strong> : null}
          <Time at={notification.createdAt} as="relative" />
        </span>
      </div>
    </Form>
  </li>
)

const MarkAllRead = () => (
  <Form action={routes.notifications.readAll.href()}>
    <SubmitButton tone="outline" small>
      Mark all as read
    </SubmitButton>
  </Form>
)
