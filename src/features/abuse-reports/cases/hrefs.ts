import { routes } from '../../../routes.ts'
import type { AbuseCase } from './queries.ts'

/** The person's page for admins. */
export function ownerHref({ owner }: Pick<AbuseCase, 'owner'>): string {
  return routes.admin.user.href({ userId: owner.id })
}

/** Where admins see what was reported. The path of a profile is for its owner. Undefined if it has been deleted. */
export function thingHref(
  found: Pick<AbuseCase, 'subject' | 'path' | 'owner' | 'isGone'>,
): string | undefined {
  if (found.isGone === 1) return undefined
  if (found.subject !== 'user') return found.path
  return found.owner.role === 'influencer'
    ? routes.influencers.show.href({ influencerId: found.owner.id })
    : ownerHref(found)
}
