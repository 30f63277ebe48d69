import type { CampaignRow } from './schema.ts'

/** Something that a campaign needs before it can be published. */
export interface MissingItem {
  /** The form field to fill in. */
  readonly field:
    | 'brief'
    | 'category'
    | 'niche'
    | 'platforms'
    | 'deliverableKind'
    | 'startDate'
    | 'endDate'
    | 'budget'
  /** In a list: "Still needed before you can publish: brief, end date". */
  readonly name: string
  /** The error at the field. */
  readonly message: string
}

type Brief = Pick<
  CampaignRow,
  'brief' | 'category' | 'niche' | 'platforms' | 'wantedDeliverables' | 'startDate' | 'endsAt' | 'budget'
>

/** What a campaign still needs before it can be published, in the order of the form. Goals are optional. */
export function missingForPublication(brief: Brief, now: number): readonly MissingItem[] {
  return requirements
    .filter(({ isMet }) => !isMet(brief, now))
    .map(({ field, name, message }) => ({ field, name, message }))
}

type Requirement = MissingItem & { isMet: (brief: Brief, now: number) => boolean }

const requirements: readonly Requirement[] = [
  {
    field: 'brief',
    name: 'brief',
    message: 'Describe the campaign',
    isMet: ({ brief }) => brief !== '',
  },
  {
    field: 'category',
    name: 'category',
    message: 'Choose a category',
    isMet: ({ category }) => category !== null,
  },
  { field: 'niche', name: 'niche', message: 'Choose a niche', isMet: ({ niche }) => niche !== null },
  {
    field: 'platforms',
    name: 'platforms',
    message: 'Choose at least one platform',
    isMet: ({ platforms }) => platforms.length > 0,
  },
  {
    field: 'deliverableKind',
    name: 'deliverables',
    message: 'Add at least one deliverable',
    isMet: ({ wantedDeliverables }) => wantedDeliverables.length > 0,
  },
  {
    field: 'startDate',
    name: 'start date',
    message: 'Choose a start date',
    isMet: ({ startDate }) => startDate !== null,
  },
  {
    field: 'endDate',
    name: 'end date',
    message: 'Choose an end date',
    isMet: ({ endsAt }) => endsAt !== null,
  },
  {
    field: 'endDate',
    name: 'an end date in the future',
    message: "This day is over in the campaign's time zone. Choose a later date",
    isMet: ({ endsAt }, now) => endsAt === null || endsAt > now,
  },
  {
    field: 'budget',
    name: 'budget',
    message: 'Enter a budget above zero',
    isMet: ({ budget }) => budget > 0,
  },
]
