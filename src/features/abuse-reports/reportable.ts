import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import type { AdRequestId, MessageId, UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { adRequests, messages } from '../ad-requests/schema.ts'
import { selectCampaign } from '../campaigns/queries.ts'
import { campaigns } from '../campaigns/schema.ts'
import type { ModeratedId, ModeratedSubject, ModeratedThing } from '../flags/subject.ts'
import { selectVisibleInfluencer } from '../influencers/queries.ts'
import { publicName, sponsors } from '../sponsors/schema.ts'

/** A thing that the viewer sees and so may report, unless it is their own. */
export interface Reportable {
  readonly thing: ModeratedThing
  /** Who is responsible for it. For a request: the other side. */
  readonly ownerId: UserId
  readonly title: string
  /** The beginning of its text, if it has one. */
  readonly excerpt: string
  /** The page on which the viewer sees it. */
  readonly path: string
  /** Where its owner finds it. It must not lead to what only the reporter shares with them. */
  readonly ownerPath: string
}

type Found = Omit<Reportable, 'thing'>

type Finder<Subject extends ModeratedSubject> = (
  db: Database,
  viewer: Viewer,
  id: ModeratedId<Subject>,
) => Promise<Found | null>

/** How each subject is found, with the same rules about who may see it as its page. A new subject needs a line. */
const finders: { readonly [Subject in ModeratedSubject]: Finder<Subject> } = {
  user: findUser,
  campaign: findCampaign,
  ad_request: findAdRequest,
  message: findMessage,
}

/** Null if it does not exist or the viewer may not see it. One round trip, which also sends what was prefetched. */
export async function findReportable(
  db: Database,
  viewer: Viewer,
  thing: ModeratedThing,
): Promise<Reportable | null> {
  const found = await findThing(db, viewer, thing)
  return found && { ...found, thing, excerpt: beginningOf(found.excerpt) }
}

// Spelled out, because the compiler cannot see that the id fits the finder of the same subject.
function findThing(db: Database, viewer: Viewer, thing: ModeratedThing): Promise<Found | null> {
  switch (thing.subject) {
    case 'user':
      return finders.user(db, viewer, thing.id)
    case 'campaign':
      return finders.campaign(db, viewer, thing.id)
    case 'ad_request':
      return finders.ad_request(db, viewer, thing.id)
    case 'message':
      return finders.message(db, viewer, thing.id)
  }
}

// Influencers have a public profile. A sponsor is known to those who have a request with them.
async function findUser(db: Database, viewer: Viewer, id: UserId): Promise<Found | null> {
  const [[influencer], [sponsor]] = await db.read([
    selectVisibleInfluencer(db, viewer, id),
    selectKnownSponsor(db, viewer, id),
  ])
  const owner = { ownerId: id, ownerPath: routes.settings.profile.href() }
  if (influencer) {
    const path = routes.influencers.show.href({ influencerId: id })
    return { ...owner, title: influencer.name, excerpt: influencer.bio, path }
  }
  if (!sponsor) return null
  const path = routes.adRequests.show.href({ adRequestId: sponsor.adRequestId })
  return { ...owner, title: sponsor.title, excerpt: sponsor.excerpt, path }
}

async function findCampaign(
  db: Database,
  viewer: Viewer,
  id: ModeratedId<'campaign'>,
): Promise<Found | null> {
  const [[campaign]] = await db.read([selectCampaign(db, viewer, id)])
  if (!campaign) return null
  const path = routes.campaigns.show.href({ campaignId: id })
  return { ownerId: campaign.sponsorId, title: campaign.name, excerpt: campaign.brief, path, ownerPath: path }
}

async function findAdRequest(db: Database, viewer: Viewer, id: AdRequestId): Promise<Found | null> {
  const [[request]] = await db.read([selectAdRequest(db, viewer, id)])
  if (!request) return null
  const { sponsorId, influencerId, campaignName, influencerName } = request
  const path = routes.adRequests.show.href({ adRequestId: id })
  return {
    ownerId: viewer.id === sponsorId ? influencerId : sponsorId,
    title: `${campaignName} × ${influencerName}`,
    excerpt: '',
    path,
    ownerPath: path,
  }
}

async function findMessage(db: Database, viewer: Viewer, id: MessageId): Promise<Found | null> {
  const [[message]] = await db.read([selectMessage(db, viewer, id)])
  if (!message) return null
  const { ownerId, authorName, excerpt, adRequestId } = message
  const path = `${routes.adRequests.show.href({ adRequestId })}#message-${id}`
  return { ownerId, title: `Message from ${authorName}`, excerpt, path, ownerPath: path }
}

function selectKnownSponsor(db: Database, viewer: Viewer, id: UserId) {
  return db.orm
    .select({
      title: sponsors.companyName,
      excerpt: sponsors.about,
      adRequestId: sql<AdRequestId>`${adRequests.id}`,
    })
    .from(adRequests)
    .innerJoin(sponsors, eq(sponsors.userId, adRequests.sponsorId))
    .innerJoin(users, eq(users.id, adRequests.sponsorId))
    .where(
      and(
        eq(adRequests.influencerId, viewer.id),
        sql`+${eq(adRequests.sponsorId, id)}`,
        eqLiteral(users.status, 'active'),
      ),
    )
    .orderBy(sql`${adRequests.id} desc`)
    .limit(1)
}

function selectAdRequest(db: Database, viewer: Viewer, id: AdRequestId) {
  return db.orm
    .select({
      sponsorId: adRequests.sponsorId,
      influencerId: adRequests.influencerId,
      campaignName: campaigns.name,
      influencerName: users.displayName,
    })
    .from(adRequests)
    .innerJoin(campaigns, eq(campaigns.id, adRequests.campaignId))
    .innerJoin(users, eq(users.id, adRequests.influencerId))
    .where(and(eq(adRequests.id, id), isSide(viewer)))
}

function selectMessage(db: Database, viewer: Viewer, id: MessageId) {
  return db.orm
    .select({
      ownerId: messages.authorId,
      authorName: publicName,
      excerpt: messages.body,
      adRequestId: messages.adRequestId,
    })
    .from(messages)
    .innerJoin(adRequests, eq(adRequests.id, messages.adRequestId))
    .innerJoin(users, eq(users.id, messages.authorId))
    .where(and(eq(messages.id, id), isNull(messages.flaggedAt), isSide(viewer)))
}

function isSide({ id }: Viewer): SQL | undefined {
  return or(sql`+${eq(adRequests.sponsorId, id)}`, sql`+${eq(adRequests.influencerId, id)}`)
}

const MAX_EXCERPT = 400

function beginningOf(text: string): string {
  const points = [...text.trim()]
  return points.length <= MAX_EXCERPT ? text.trim() : `${points.slice(0, MAX_EXCERPT).join('').trimEnd()}…`
}
