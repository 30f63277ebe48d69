import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { dayName } from '../../shared/format.ts'
import { WaitingList, WaitingRow } from '../../ui/data/waiting-list.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { useLocale } from '../../ui/values/locale.ts'
import { Money } from '../../ui/values/money.tsx'
import { TimeLeft } from '../../ui/values/time.tsx'
import type { Waiting } from './queries.ts'

/** The top of a home page: how many things wait, then each as a sentence that leads to it. */
export const Greeting = ({ viewer, waiting }: { viewer: Viewer; waiting: readonly Waiting[] }) => {
  const { now, timeZone } = useLocale()
  const [firstName] = viewer.displayName.split(' ')
  return (
    <>
      <PageHeader
        eyebrow={dayName(now, timeZone)}
        title={`${salutation(now, timeZone)}, ${firstName}. ${howMany(viewer.awaitingReply)}`}
      />
      {waiting.length > 0 ? (
        <WaitingList>
          {waiting.map((row) => (
            <WaitingRow
              href={routes.adRequests.show.href({ adRequestId: row.id })}
              lead={`Answer ${viewer.role === 'sponsor' ? row.influencerName : row.sponsorName}`}
              left={<TimeLeft until={row.closesAt} />}
            >
              on {row.campaignName}: <Money cents={row.paymentAmount} />
            </WaitingRow>
          ))}
        </WaitingList>
      ) : null}
      {viewer.awaitingReply > waiting.length ? (
        <p class="mt-2">
          <a href={routes.adRequests.index.href({ listing: 'mine' })}>See all that wait</a>
        </p>
      ) : null}
    </>
  )
}

function salutation(now: number, timeZone: string): string {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  )
  if (hour < 5) return 'Good night'
  if (hour < 12) return 'Good morning'
  return hour < 18 ? 'Good afternoon' : 'Good evening'
}

const words = [
  'Nothing waits',
  'One thing waits',
  'Two things wait',
  'Three things wait',
  'Four things wait',
  'Five things wait',
]

function howMany(count: number): string {
  return `${words[count] ?? `${count > 99 ? 'More than 99' : count} things wait`} for you.`
}
