import { sql } from 'drizzle-orm'
import { expectOneRow, type Statement } from '../../platform/db/write.ts'
import type { FlagCopy } from '../../shared/flag-copy.ts'
import type { AdRequestId } from '../../shared/ids.ts'
import type { Role } from '../accounts/schema.ts'
import type { AuditedEvent } from '../activity/commands.ts'
import { flagAdRequest, setMessageFlag, unflagAdRequest } from '../ad-requests/flags/commands.ts'
import { adRequests } from '../ad-requests/schema.ts'
import { setCampaignFlag } from '../campaigns/commands.ts'
import { setInfluencerFlag } from '../influencers/commands.ts'
import { setSponsorFlag } from '../sponsors/commands.ts'
import type { ModeratedThing } from './subject.ts'

/**
 * The copy of a flag in the row that it is about. With `refusal`, the batch stops if there is no such row; without,
 * the row may have been deleted.
 */
export function setFlagCopy<Refusal extends string>(
  thing: ModeratedThing,
  ownerRole: Role,
  flag: FlagCopy | null,
  refusal?: Refusal,
): Statement<Refusal>[] {
  const copy = copyOf(thing, ownerRole, flag)
  return refusal === undefined ? [copy] : [copy, expectOneRow(refusal)]
}

function copyOf(thing: ModeratedThing, ownerRole: Role, flag: FlagCopy | null): Statement {
  switch (thing.subject) {
    case 'user':
      return ownerRole === 'sponsor' ? setSponsorFlag(thing.id, flag) : setInfluencerFlag(thing.id, flag)
    case 'campaign':
      return setCampaignFlag(thing.id, flag)
    case 'ad_request':
      return flag ? flagAdRequest(thing.id, flag) : unflagAdRequest(thing.id)
    case 'message':
      return setMessageFlag(thing.id, flag)
  }
}

type FlagEventKind = 'flagged' | 'flag_appealed' | 'flag_kept' | 'unflagged'

interface FlagEvent {
  readonly kind: FlagEventKind
  readonly from?: string
  readonly to?: string
  readonly note: string
}

/** The event of a flag, in the activity of what it is about. */
export function flagEvent(thing: ModeratedThing, event: FlagEvent): AuditedEvent {
  switch (thing.subject) {
    case 'user':
      return { ...event, subject: 'user', subjectId: thing.id }
    case 'campaign':
      return { ...event, subject: 'campaign', subjectId: thing.id }
    case 'message':
      return { ...event, subject: 'message', subjectId: thing.id }
    case 'ad_request':
      return { ...event, subject: 'ad_request', subjectId: thing.id, parties: partiesOf(thing.id) }
  }
}

function partiesOf(id: AdRequestId) {
  const column = (name: string) => sql`(select ${sql.identifier(name)} from ${adRequests} where id = ${id})`
  return {
    campaignId: column('campaign_id'),
    sponsorId: column('sponsor_id'),
    influencerId: column('influencer_id'),
  }
}
