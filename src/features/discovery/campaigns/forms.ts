import * as z from 'zod'
import { money, optional } from '../../../platform/forms/fields.ts'
import type { FormState } from '../../../platform/forms/form.ts'
import { platformCurrency } from '../../../platform/forms/platform-currency.ts'
import { queryField } from '../../../platform/forms/query-field.ts'
import { type Cursor, parseCursor } from '../../../platform/search/cursor.ts'
import { routes } from '../../../routes.ts'
import { formatMoney } from '../../../shared/money.ts'
import { categoryKeys, platformKeys } from '../../../shared/taxonomy.ts'
import { plannedDay } from '../../campaigns/edit/form-fields.ts'
import { optionalChoice, readQuery } from '../read-query.ts'
import { categoryOf, nicheError } from '../topic.ts'
import { type CampaignSearch, campaignSorts, defaultCampaignSort } from './filters.ts'

/** A search as its URL says it, with the page's cursor, and the form to show. */
export interface CampaignQuery {
  readonly search: CampaignSearch
  readonly after: Cursor | null
  readonly form: FormState
}

/** Parses a query string. Unknown choices are ignored, and fields that people type can have errors. */
export function parseCampaignQuery(query: Readonly<Record<string, string>>): CampaignQuery {
  const { value: search, form } = readQuery(query, searchSchema)
  const after = parseCursor(query.after)
  // Only relevance has a second part.
  return { search, after: search.sort === 'relevance' || after?.part === 0 ? after : null, form }
}

/** The URL of a search, normalized. `after` is a page's cursor. */
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
    sort: sort === defaultCampaignSort(search) ? null : sort,
    after,
  })
}

const fields = z.object({
  query: queryField,
  category: optionalChoice(categoryKeys),
  niche: z.string().catch('').default(''),
  platform: optionalChoice(platformKeys),
  budgetFrom: optional(money()),
  budgetTo: optional(money()),
  from: optional(plannedDay),
  until: optional(plannedDay),
  sort: optionalChoice(campaignSorts),
})

type Fields = z.output<typeof fields>

// Checks the fields against each other. The error goes to the later field, which is then ignored.
const searchSchema = fields.transform((typed, context): CampaignSearch => {
  const { category, niche, budgetFrom, budgetTo, from, until } = typed
  const addError = (field: keyof Fields, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })

  const wrongNiche = nicheError(category, niche)
  if (wrongNiche) addError('niche', wrongNiche)
  if (budgetFrom !== undefined && budgetTo !== undefined && budgetFrom > budgetTo) {
    addError(
      'budgetTo',
      `Enter at least ${formatMoney(budgetFrom, platformCurrency())}, or lower “Budget from”`,
    )
  }
  if (from !== undefined && until !== undefined && from > until) {
    addError('until', 'Choose the same day as “Runs from” or a later one')
  }
  return context.issues.length > 0 ? z.NEVER : toSearch(typed)
})

// A niche implies its category. A minimum of 0 is no filter.
function toSearch(typed: Fields): CampaignSearch {
  const { query, platform, sort } = typed
  const nicheCategory = categoryOf(typed.niche)
  return {
    query,
    category: typed.category ?? nicheCategory,
    niche: nicheCategory && typed.niche,
    platform,
    budgetFrom: typed.budgetFrom || null,
    budgetTo: typed.budgetTo ?? null,
    from: typed.from ?? null,
    until: typed.until ?? null,
    sort: sort === null || (sort === 'relevance' && query === '') ? defaultCampaignSort({ query }) : sort,
  }
}
