import * as z from 'zod'
import { routes } from '../../../routes.ts'
import type { ActiveFilter } from '../../../ui/data/active-filters.tsx'
import { type Role, type UserStatus, users } from '../../accounts/schema.ts'

export const roleNames: Record<Role, string> = {
  influencer: 'Influencer',
  sponsor: 'Sponsor',
  admin: 'Admin',
}

export const statusNames: Record<UserStatus, string> = {
  active: 'Active',
  pending: 'Waiting for approval',
  rejected: 'Rejected',
  suspended: 'Suspended',
  deleting: 'Being deleted',
  deleted: 'Deleted',
}

/** Null or empty means no filter. */
export interface UserFilters {
  readonly query: string
  readonly role: Role | null
  readonly status: UserStatus | null
}

/** The longest e-mail address. */
const MAX_LENGTH = 254

/** Parses the query string. Unknown values are ignored. */
export const userFilters = z.object({
  query: z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, MAX_LENGTH))
    .catch(''),
  role: z.enum(users.role.enumValues).nullable().catch(null),
  status: z.enum(users.status.enumValues).nullable().catch(null),
})

export function activeFilters(filters: UserFilters): ActiveFilter[] {
  const { query, role, status } = filters
  return [
    query && { label: `“${query}”`, withoutHref: usersHref({ ...filters, query: '' }) },
    role && { label: roleNames[role], withoutHref: usersHref({ ...filters, role: null }) },
    status && { label: statusNames[status], withoutHref: usersHref({ ...filters, status: null }) },
  ].filter((filter) => filter !== '' && filter !== null)
}

/** The URL of the list. `after` is a page's cursor. */
export function usersHref(filters: UserFilters, after: string | null = null): string {
  return routes.admin.users.href({ ...filters, after })
}
