import * as z from 'zod'
import { routes } from '../../../routes.ts'

export const sponsorStates = { pending: 'Waiting', active: 'Approved', rejected: 'Rejected' } as const

export type SponsorState = keyof typeof sponsorStates

export const sponsorStateKeys = ['pending', 'active', 'rejected'] as const satisfies SponsorState[]

/** Which part of the list an address shows; what makes no sense in it shows who waits. */
export const sponsorState = z.enum(sponsorStateKeys).catch('pending')

/** A place in the list of sponsors: its filter and where its page begins. Row actions come back to it. */
export interface SponsorPlace {
  readonly state: SponsorState
  readonly after: string | null
}

export function sponsorListHref({ state, after }: SponsorPlace): string {
  return routes.admin.sponsors.href({ status: state === 'pending' ? null : state, after })
}
