import type { Page } from '../../platform/http/paging.ts'
import { routes } from '../../routes.ts'
import { MorePager } from '../../ui/data/pager.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Form, SubmitButton } from '../../ui/forms/form.tsx'
import { Card } from '../../ui/page/card.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Region } from '../../ui/page/region.tsx'
import { Time } from '../../ui/values/time.tsx'
import type { NoticeRow } from './queries.ts'

type Props = { page: Page<NoticeRow>; isFirst: boolean; unread: number }

const REGION = 'notices'

export const NoticesPage = (props: Props) => (
  <>
    <PageHeader title="Notices" aside={props.unread > 0 ? <ReadAll /> : null} />
    <NoticeList {...props} />
  </>
)

export const NoticeList = ({ page, isFirst }: Props) => (
  <Region id={REGION} label="Notices">
    {page.rows.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {page.rows.map((notice) => (
            <Notice notice={notice} />
          ))}
        </ul>
      </Card>
    ) : (
      <EmptyState title="Nothing has happened yet">
        Whatever needs you will be told here and by e-mail.
      </EmptyState>
    )}
    <MorePager
      region={REGION}
      nextHref={page.next && routes.notices.index.href({ after: page.next })}
      firstHref={isFirst ? null : routes.notices.index.href()}
    />
  </Region>
)

// A form, since opening a notice changes it: a link that is only looked ahead at must not.
const Notice = ({ notice }: { notice: NoticeRow }) => (
  <li class={notice.readAt === null ? 'is-unread' : undefined}>
    <Form action={routes.notices.read.href({ noticeId: notice.id })}>
      <div class="row-head">
        <button type="submit" class="row-button stretched-link">
          {notice.title}
        </button>
        <span class="timeline-when">
          {notice.readAt === null ? <strong>New, </strong> : null}
          <Time at={notice.createdAt} as="relative" />
        </span>
      </div>
    </Form>
  </li>
)

const ReadAll = () => (
  <Form action={routes.notices.readAll.href()}>
    <SubmitButton tone="outline" small>
      Mark all as read
    </SubmitButton>
  </Form>
)
