import { routes } from '../../../routes.ts'
import type { OwnFlag } from '../queries.ts'
import type { ModeratedSubject } from '../subject.ts'

type Shown = Pick<OwnFlag, 'subject' | 'subjectId' | 'title' | 'messageIn' | 'ownerRole' | 'isGone'>

/** What a flag is about, with a link to it while it is there. */
export const FlaggedThing = ({ flag }: { flag: Shown }) => {
  const path = flag.isGone === 1 ? null : paths[flag.subject](flag)
  const title = flag.subject === 'message' ? `“${flag.title}”` : flag.title
  return path ? (
    <a href={path} dir="auto">
      {title}
    </a>
  ) : (
    <>
      <span dir="auto">{title}</span>
      {flag.isGone === 1 ? <span class="secondary"> (deleted)</span> : null}
    </>
  )
}

/** Null if it has no page of its own. */
const paths: Record<ModeratedSubject, (flag: Shown) => string | null> = {
  user: ({ subjectId, ownerRole }) =>
    ownerRole === 'influencer' ? routes.influencers.show.href({ influencerId: subjectId }) : null,
  campaign: ({ subjectId }) => routes.campaigns.show.href({ campaignId: subjectId }),
  ad_request: ({ subjectId }) => routes.adRequests.show.href({ adRequestId: subjectId }),
  message: ({ messageIn }) =>
    messageIn === null ? null : `${routes.adRequests.show.href({ adRequestId: messageIn })}#messages`,
}
