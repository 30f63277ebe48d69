import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { conflict, notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { ShortlistId, UserId } from '../../../shared/ids.ts'
import type { NoteForm } from './columns.tsx'
import { deleteShortlist, removeMembers, renameShortlist, saveNote } from './commands.ts'
import { membersForm, nameForm, noteForm } from './forms.ts'
import { findShortlist, findShortlistAmongAll, type WithMembers } from './queries.ts'
import { isTaken } from './shortlist.ts'
import { ShortlistMembers, ShortlistPage } from './shortlist-page.tsx'

const redirectWith = flashTexts({
  ...saved,
  shortlist_renamed: 'Shortlist renamed.',
  shortlist_deleted: 'Shortlist deleted.',
  shortlist_members_removed: 'Removed from this shortlist.',
})

const withId = params({ shortlistId: id<ShortlistId>() })
const withMember = params({ shortlistId: id<ShortlistId>(), influencerId: id<UserId>() })
const withCursor = query(z.object({ after: afterParam(2) }))

/** One shortlist: its members, notes, renaming and deletion. */
export const showRoutes = new Hono<AppEnv>()

showRoutes.get(routes.shortlists.show.pattern, withId, withCursor, (c) => show(c, listPageOf(c)))

showRoutes.post(routes.shortlists.name.pattern, withId, withCursor, async (c) => {
  const listPage = listPageOf(c)
  const form = await parseForm(c, nameForm)
  const found = await findShortlistAmongAll(c.var.db, viewerOf(c).id, listPage.shortlistId)
  if (!found) throw notFound()
  if (!form.ok) return showFound(c, listPage, found, { form, status: 422 })
  const taken = () => showFound(c, listPage, found, { form: withErrors(form, nameTaken), status: 422 })
  if (isTaken(form.value.name, found.all, listPage.shortlistId)) return taken()

  const renamed = await renameShortlist(c.var.db, viewerOf(c).id, listPage.shortlistId, form.value)
  if (renamed.ok) return redirectWith(c, 'shortlist_renamed', hrefOf(listPage))
  if (renamed.refusal === 'gone') throw notFound()
  if (renamed.refusal === 'taken') return taken()
  throw conflict('This shortlist has been renamed since you opened the page.')
})

showRoutes.post(routes.shortlists.deletion.pattern, withId, async (c) => {
  const deleted = await deleteShortlist(c.var.db, viewerOf(c).id, c.req.valid('param').shortlistId)
  if (!deleted.ok) throw notFound()
  return redirectWith(c, 'shortlist_deleted', routes.shortlists.index.href())
})

showRoutes.post(routes.shortlists.removal.pattern, withId, withCursor, async (c) => {
  const listPage = listPageOf(c)
  const form = await parseForm(c, membersForm)
  if (!form.ok) return show(c, listPage, { form, status: 422 })
  return remove(c, listPage, form.value.influencerId)
})

showRoutes.post(routes.shortlists.memberRemoval.pattern, withMember, withCursor, (c) =>
  remove(c, listPageOf(c), [c.req.valid('param').influencerId]),
)

showRoutes.post(routes.shortlists.memberNote.pattern, withMember, withCursor, async (c) => {
  const { shortlistId, influencerId: influencer } = c.req.valid('param')
  const listPage = listPageOf(c)
  const form = await parseForm(c, noteForm)
  if (!form.ok) return show(c, listPage, { noteForm: { influencer, form }, status: 422 })

  const { note } = form.value
  const saved = await saveNote(c.var.db, viewerOf(c).id, { id: shortlistId, influencer, note })
  if (!saved.ok) throw notFound()
  return redirectWith(c, 'saved', hrefOf(listPage))
})

const nameTaken = { name: 'You already have a shortlist with this name' }

/** A page of a shortlist's members. Actions redirect back to it. */
interface ListPage {
  readonly shortlistId: ShortlistId
  readonly after: readonly number[] | null
}

type Validated = Context<
  AppEnv,
  string,
  { out: { param: { shortlistId: ShortlistId }; query: { after: readonly number[] | null } } }
>

function listPageOf(c: Validated): ListPage {
  return { ...c.req.valid('param'), ...c.req.valid('query') }
}

function hrefOf({ shortlistId, after }: ListPage): string {
  return routes.shortlists.show.href({ shortlistId }, { after: after?.join('_') })
}

async function remove(c: AppContext, listPage: ListPage, ids: readonly UserId[]) {
  const removed = await removeMembers(c.var.db, viewerOf(c).id, listPage.shortlistId, ids)
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'shortlist_members_removed', hrefOf(listPage))
}

interface ShowOptions {
  readonly form?: FormState
  readonly noteForm?: NoteForm
  readonly status?: 422
}

async function show(c: AppContext, listPage: ListPage, options: ShowOptions = {}) {
  const found = await findShortlist(c.var.db, viewerOf(c).id, listPage.shortlistId, listPage.after)
  if (!found) throw notFound()
  return showFound(c, listPage, found, options)
}

function showFound(
  c: AppContext,
  { after }: ListPage,
  found: WithMembers,
  { form = formWith(), noteForm, status }: ShowOptions,
) {
  const props = { ...found, after: after?.join('_') ?? null, form, noteForm }
  return renderPage(c, {
    title: found.shortlist.name,
    page: <ShortlistPage {...props} />,
    fragment: <ShortlistMembers {...props} />,
    ...(status && { status }),
  })
}
