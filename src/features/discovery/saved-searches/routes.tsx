import { Hono } from 'hono'
import { type FormState, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, notice } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { SavedSearchId } from '../../../shared/ids.ts'
import { SaveSearchPage } from '../save-search-form.tsx'
import { MAX_SAVED_SEARCHES } from '../saved-search.ts'
import { saveForm } from './forms.ts'
import {
  isCurrent,
  removeSearch,
  type SavedRow,
  saveSearch,
  selectOneSaved,
  selectSaved,
  toStored,
  visitSearch,
} from './queries.ts'
import { kindOf, kinds } from './saved-kinds.ts'
import { type SavedSearch, SavedSearchesPage } from './saved-searches-page.tsx'

const redirectWith = flashTexts({
  search_saved: 'Search saved. Your saved searches show new matches.',
  search_already_saved: notice('You have already saved this search.'),
  search_visited: 'Sorted by newest.',
  search_removed: 'Saved search removed.',
})

const withId = params({ searchId: id<SavedSearchId>() })

export const savedSearchRoutes = new Hono<AppEnv>()

savedSearchRoutes.get(routes.searches.index.pattern, async (c) => {
  const { db, now } = c.var
  const viewer = viewerOf(c)
  const rows = await selectSaved(db, { user: viewer.id, now })
  const searches = rows.map((row) => toSavedSearch(c, row))
  const page = <SavedSearchesPage viewer={viewer} searches={searches} />
  return renderPage(c, { title: 'Saved searches', page })
})

savedSearchRoutes.post(routes.searches.index.pattern, async (c) => {
  const viewer = viewerOf(c)
  const form = await parseForm(c, saveForm)
  if (!form.ok) return showFormAgain(c, form)

  const kind = kindOf(viewer)
  const search = kinds[kind].read(form.value.query, c.var.env.CURRENCY)
  if (search.match === null) return showFormAgain(c, withErrors(form, errors.noMatch))
  const row = { kind, name: form.value.name, ...toStored(search) }
  const saved = await saveSearch(c.var.db, viewer.id, row, c.var.now)
  if (!saved.ok) return showFormAgain(c, withErrors(form, errors[saved.refusal]))
  return redirectWith(c, saved.value ? 'search_saved' : 'search_already_saved', search.href)
})

savedSearchRoutes.get(routes.searches.show.pattern, withId, async (c) => {
  const { search } = await find(c, c.req.valid('param').searchId)
  return c.redirect(search.href, 303)
})

savedSearchRoutes.post(routes.searches.visit.pattern, withId, async (c) => {
  const id = c.req.valid('param').searchId
  const { kind, search } = await find(c, id)
  const visited = await visitSearch(c.var.db, viewerOf(c).id, { id, kind, ...toStored(search) }, c.var.now)
  if (!visited.ok) throw notFound()
  return redirectWith(c, 'search_visited', search.newestHref)
})

savedSearchRoutes.post(routes.searches.removal.pattern, withId, async (c) => {
  const removed = await removeSearch(c.var.db, viewerOf(c).id, c.req.valid('param').searchId)
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'search_removed', routes.searches.index.href())
})

const errors = {
  noMatch: { form: 'This search can never match anything: its keyword has no letters or digits.' },
  too_many: {
    form: `You have ${MAX_SAVED_SEARCHES} saved searches, which is the maximum. Remove one to save another.`,
  },
}

async function find(c: AppContext, id: SavedSearchId) {
  const [row] = await selectOneSaved(c.var.db, { user: viewerOf(c).id, id })
  if (!row) throw notFound()
  return { kind: row.kind, search: readSearch(c, row) }
}

function toSavedSearch(c: AppContext, row: SavedRow): SavedSearch {
  const search = readSearch(c, row)
  const { id, name, seenAt } = row
  // If the index has changed since it was saved, the stored criteria may not fit it anymore.
  const newMatches = isCurrent(row.criteria, toStored(search)) ? row.newMatches : null
  return { id, name, href: search.href, filters: search.filters, newMatches, seenAt }
}

function readSearch(c: AppContext, { kind, query }: Pick<SavedRow, 'kind' | 'query'>) {
  return kinds[kind].read(query, c.var.env.CURRENCY)
}

function showFormAgain(c: AppContext, form: FormState) {
  return renderPage(c, { title: 'Save this search', page: <SaveSearchPage form={form} />, status: 422 })
}
