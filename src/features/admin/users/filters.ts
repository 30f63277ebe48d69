import * as z from 'zod'
import { routes } from '../../../routes.ts'
import type { ActiveFilter } from '../../../ui/data/active-filters.tsx'
import type { Role, UserStatus } from '../../accounts/schema.ts'

export const roleNames: Record<Role, string> = {
  influencer: 'Influencer',
  sponsor: 'Sponsor',
  admin: 'Administrator',
}

export const statusNames: Record<UserStatus, string> = {
  active: 'Active',
  pending: 'Waits for approval',
  rejected: 'Rejected',
  suspended: 'Suspended',
}

/** What one can narrow the list of people by; null and empty leave it wide. */
export interface UserFilters {
  readonly query: string
  readonly role: Role | null
  readonly status: UserStatus | null
}

const MAX_LETTERS = 254

/** From the query of an address: what makes no sense there is left out. */
export const userFilters = z.object({
  query: z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_LETTERS))
    .catch(''),
  role: z.enum(['admin', 'sponsor', 'influencer']).nullable().catch(null),
  status: z.enum(['pending', 'active', 'rejected', 'suspended']).nullable().catch(null),
})

export function activeFilters(filters: UserFilters): ActiveFilter[] {
  const { query, role, status } = filters
  return [
    query && { label: `“${query}”`, withoutHref: usersHref({ ...filters, query: '' }) },
    role && { label: roleNames[role], withoutHref: usersHref({ ...filters, role: null }) },
    status && { label: statusNames[status], withoutHref: usersHref({ ...filters, status: null }) },
  ].filter((filter) => filter !== '' && filter !== null)
}

/** The address of a list of people; `after` names where a page of it begins. */
export function usersHref(filters: UserFilters, after: string | null = null): string {
  return routes.admin.users.href({ ...filters, after })
}
