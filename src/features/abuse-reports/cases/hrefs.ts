import { routes } from '../../../routes.ts'
import type { AbuseCase } from './queries.ts'

/** The person's page for admins. */
export function ownerHref({ owner }: Pick<AbuseCase, 'owner'>): string {
  return routes.admin.user.href({ userId: owner.id })
}

/** Where admins see what was reported. The path of a profile is for its owner. */
export function thingHref(found: Pick<AbuseCase, 'subject' | 'path' | 'owner'>): string {
  if (found.subject !== 'user') return found.path
  return found.owner.role === 'influencer'
    ? routes.influencers.show.href({ influencerId: found.owner.id })
    : ownerHref(found)
}
