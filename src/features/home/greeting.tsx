import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { dayName } from '../../shared/format.ts'
import { WaitingList, WaitingRow } from '../../ui/data/waiting-list.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { useLocale } from '../../ui/values/locale.ts'
import { Money } from '../../ui/values/money.tsx'
import { TimeLeft } from '../../ui/values/time.tsx'
import type { Waiting } from './queries.ts'

/** The top of a home page: what is waiting for the viewer's answer, with links. */
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
              lead={`Reply to ${viewer.role === 'sponsor' ? row.influencerName : row.sponsorName}`}
              left={<TimeLeft until={row.closesAt} />}
            >
              about {row.campaignName}: <Money cents={row.paymentAmount} />
            </WaitingRow>
          ))}
        </WaitingList>
      ) : null}
      {viewer.awaitingReply > waiting.length ? (
        <p class="mt-2">
          <a href={routes.adRequests.index.href({ listing: 'mine' })}>View all</a>
        </p>
      ) : null}
    </>
  )
}

function salutation(now: number, timeZone: string): string {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  )
  if (hour < 5) return 'Good evening'
  if (hour < 12) return 'Good morning'
  return hour < 18 ? 'Good afternoon' : 'Good evening'
}

const subjects = [
  'Nothing is',
  'One thing is',
  'Two things are',
  'Three things are',
  'Four things are',
  'Five things are',
]

function howMany(count: number): string {
  return `${subjects[count] ?? `${count > 99 ? 'More than 99' : count} things are`} waiting for you.`
}
