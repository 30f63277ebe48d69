import * as z from 'zod'
import { afterParam } from '../../../platform/http/paging.ts'
import { routes } from '../../../routes.ts'

/** The tabs of the list. */
export const sponsorStates = { pending: 'Waiting', active: 'Approved', rejected: 'Rejected' } as const

export type SponsorState = keyof typeof sponsorStates

export const sponsorStateKeys = Object.keys(sponsorStates) as [SponsorState, ...SponsorState[]]

/** A page of the list: its tab and cursor. Row actions come back to it. */
export interface SponsorListPage {
  readonly state: SponsorState
  readonly after: readonly number[] | null
}

/** The query string of the list and of its row actions. */
export const sponsorListQuery = z
  .object({
    status: z.enum(sponsorStateKeys).catch('pending'),
    after: z.string().nullable().catch(null).default(null),
  })
  .transform(
    ({ status: state, after }): SponsorListPage => ({
      state,
      after: afterParam(keyLength(state)).parse(after),
    }),
  )

export function sponsorListHref(state: SponsorState, after: string | null = null): string {
  return routes.admin.sponsors.href(queryOf(state, after))
}

/** For row actions, which redirect back to the same page of the list. */
export function listPageQuery({ state, after }: SponsorListPage) {
  return queryOf(state, after?.join('_') ?? null)
}

function queryOf(state: SponsorState, after: string | null) {
  return { status: state === 'pending' ? null : state, after }
}

// Waiting sponsors are sorted by time and id, the others by id.
function keyLength(state: SponsorState): number {
  return state === 'pending' ? 2 : 1
}
