import type { Plan } from './campaign.ts'

/** Something without which a campaign cannot be published. */
export interface Missing {
  /** The field of the form that lacks it. */
  readonly field:
    | 'brief'
    | 'category'
    | 'niche'
    | 'platforms'
    | 'deliverableKind'
    | 'startDate'
    | 'endDate'
    | 'budget'
  /** In a list: "Missing before it can be published: brief, end date". */
  readonly name: string
  /** At the field. */
  readonly why: string
}

type Written = Pick<
  Plan,
  'brief' | 'category' | 'niche' | 'platforms' | 'deliverables' | 'startDate' | 'endsAt' | 'budget'
>

/**
 * What a plan still lacks before it can be published, in the order of the form; empty when it is complete.
 * Goals are not among it: a campaign can run without a list to tick off.
 */
export function missingForPublication(plan: Written, now: number): readonly Missing[] {
  return needs.filter(({ isMet }) => !isMet(plan, now)).map(({ field, name, why }) => ({ field, name, why }))
}

type Need = Missing & { isMet: (plan: Written, now: number) => boolean }

const needs: readonly Need[] = [
  {
    field: 'brief',
    name: 'brief',
    why: 'Say what the campaign is about',
    isMet: ({ brief }) => brief !== '',
  },
  {
    field: 'category',
    name: 'category',
    why: 'Choose a category',
    isMet: ({ category }) => category !== null,
  },
  { field: 'niche', name: 'niche', why: 'Choose a niche', isMet: ({ niche }) => niche !== null },
  {
    field: 'platforms',
    name: 'platforms',
    why: 'Choose at least one platform',
    isMet: ({ platforms }) => platforms.length > 0,
  },
  {
    field: 'deliverableKind',
    name: 'wanted deliverables',
    why: 'Say what you want made: at least one deliverable',
    isMet: ({ deliverables }) => deliverables.length > 0,
  },
  {
    field: 'startDate',
    name: 'start date',
    why: 'Say on which day it starts',
    isMet: ({ startDate }) => startDate !== null,
  },
  {
    field: 'endDate',
    name: 'end date',
    why: 'Say on which day it ends',
    isMet: ({ endsAt }) => endsAt !== null,
  },
  {
    field: 'endDate',
    name: 'an end date that is not over yet',
    why: 'That day is over: choose today or a later one',
    isMet: ({ endsAt }, now) => endsAt === null || endsAt > now,
  },
  { field: 'budget', name: 'budget', why: 'Enter a budget above zero', isMet: ({ budget }) => budget > 0 },
]
