import { Hono } from 'hono'
import { type FormState, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { SavedSearchId } from '../../../shared/ids.ts'
import { SaveSearchPage } from '../save-search-form.tsx'
import { MAX_SAVED } from '../saved-search.ts'
import { saveForm } from './forms.ts'
import {
  isOfToday,
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
  search_saved: 'Saved. It is among your saved searches, which count what is new.',
  search_saved_before: 'You have saved this search before.',
  search_seen: 'The newest come first.',
  search_removed: 'The saved search is removed.',
})

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
  if (!form.ok) return showAgain(c, form)

  const kind = kindOf(viewer)
  const looked = kinds[kind].read(form.value.query, c.var.env.CURRENCY)
  if (looked.match === null) return showAgain(c, withErrors(form, explain.nothing))
  const search = { kind, name: form.value.name, ...toStored(looked) }
  const saved = await saveSearch(c.var.db, viewer.id, search, c.var.now)
  if (!saved.ok) return showAgain(c, withErrors(form, explain[saved.refusal]))
  return redirectWith(c, saved.value ? 'search_saved' : 'search_saved_before', looked.href)
})

savedSearchRoutes.get(routes.searches.show.pattern, async (c) => c.redirect((await find(c)).looked.href, 303))

savedSearchRoutes.post(routes.searches.visit.pattern, async (c) => {
  const { id, kind, looked } = await find(c)
  const visited = await visitSearch(c.var.db, viewerOf(c).id, { id, kind, ...toStored(looked) }, c.var.now)
  if (!visited.ok) throw notFound()
  return redirectWith(c, 'search_seen', looked.newestHref)
})

savedSearchRoutes.post(routes.searches.removal.pattern, async (c) => {
  const removed = await removeSearch(c.var.db, viewerOf(c).id, idParam<SavedSearchId>(c, 'searchId'))
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'search_removed', routes.searches.index.href())
})

const explain = {
  nothing: { form: 'Nothing could ever be found by these words: they hold no letter and no digit.' },
  too_many: { form: `${MAX_SAVED} saved searches are the most. Remove one to save another.` },
}

async function find(c: AppContext) {
  const id = idParam<SavedSearchId>(c, 'searchId')
  const [row] = await selectOneSaved(c.var.db, { user: viewerOf(c).id, id })
  if (!row) throw notFound()
  return { id, kind: row.kind, looked: lookedFor(c, row) }
}

function toSavedSearch(c: AppContext, row: SavedRow): SavedSearch {
  const looked = lookedFor(c, row)
  const { id, name, seenAt } = row
  // Saved before the indexes changed, it asks for what they do not hold.
  const news = isOfToday(row.criteria, toStored(looked)) ? row.news : null
  return { id, name, href: looked.href, filters: looked.filters, news, seenAt }
}

function lookedFor(c: AppContext, { kind, query }: Pick<SavedRow, 'kind' | 'query'>) {
  return kinds[kind].read(query, c.var.env.CURRENCY)
}

function showAgain(c: AppContext, form: FormState) {
  return renderPage(c, { title: 'Save this search', page: <SaveSearchPage form={form} />, status: 422 })
}
