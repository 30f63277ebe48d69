import * as z from 'zod'
import { day, money, optional } from '../../../platform/forms/fields.ts'
import type { FormState } from '../../../platform/forms/form.ts'
import { queryField } from '../../../platform/forms/query-field.ts'
import { routes } from '../../../routes.ts'
import { toDecimal } from '../../../shared/money.ts'
import { categoryKeys, platformKeys } from '../../../shared/taxonomy.ts'
import { type Cursor, parseCursor } from '../index/cursor.ts'
import { chosen, readQuery } from '../read-query.ts'
import { categoryOf, contradiction } from '../topic.ts'
import { type CampaignSearch, campaignSorts, usualCampaignSort } from './filters.ts'

/** A search, where its page begins, and the form that says it back. */
export interface CampaignQuery {
  readonly search: CampaignSearch
  readonly after: Cursor | null
  readonly form: FormState
}

/** Reads the query of an address. What nobody can type into the form is left out; the rest may be in error. */
export function parseCampaignQuery(query: Readonly<Record<string, string>>): CampaignQuery {
  const { value: search, form } = readQuery(query, searchSchema)
  const after = parseCursor(query.after)
  // The other orders have one part only.
  return { search, after: search.sort === 'relevance' || after?.part === 0 ? after : null, form }
}

/** The one address of a search, or of the page of it that begins after a place. */
export function campaignSearchHref(search: CampaignSearch, after: string | null = null): string {
  const { query, category, niche, platform, budgetFrom, budgetTo, from, until, sort } = search
  return routes.campaigns.index.href({
    query,
    category,
    niche,
    platform,
    budgetFrom: budgetFrom && budgetFrom / 100,
    budgetTo: budgetTo === null ? null : budgetTo / 100,
    from,
    until,
    sort: sort === usualCampaignSort(search) ? null : sort,
    after,
  })
}

// Campaigns begin and end in this century.
const planned = day('Enter a day').refine((text) => text.startsWith('20'), 'Enter a day of this century')

const fields = z.object({
  query: queryField,
  category: chosen(categoryKeys),
  niche: z.string().catch(''),
  platform: chosen(platformKeys),
  budgetFrom: optional(money()),
  budgetTo: optional(money()),
  from: optional(planned),
  until: optional(planned),
  sort: chosen(campaignSorts),
})

type Fields = z.output<typeof fields>

// Each may be right by itself. The later one is blamed, and left out.
const searchSchema = fields.transform((typed, context): CampaignSearch => {
  const { category, niche, budgetFrom, budgetTo, from, until } = typed
  const blame = (field: keyof Fields, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })

  const otherTopic = contradiction(category, niche)
  if (otherTopic) blame('niche', otherTopic)
  if (budgetFrom !== undefined && budgetTo !== undefined && budgetFrom > budgetTo) {
    blame('budgetTo', `Enter at least ${toDecimal(budgetFrom)}, since the budgets begin there`)
  }
  if (from !== undefined && until !== undefined && from > until) {
    blame('until', 'That is before the day in “Runs from”: choose the same day or a later one')
  }
  return context.issues.length > 0 ? z.NEVER : toSearch(typed)
})

// A niche by itself says which category it is in. No budget to begin at is as good as 0.
function toSearch(typed: Fields): CampaignSearch {
  const { query, platform, sort } = typed
  const ofNiche = categoryOf(typed.niche)
  return {
    query,
    category: typed.category ?? ofNiche,
    niche: ofNiche && typed.niche,
    platform,
    budgetFrom: typed.budgetFrom || null,
    budgetTo: typed.budgetTo ?? null,
    from: typed.from ?? null,
    until: typed.until ?? null,
    sort: sort === null || (sort === 'relevance' && query === '') ? usualCampaignSort({ query }) : sort,
  }
}
