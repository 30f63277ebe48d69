import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { conflict, notFound } from '../../../platform/http/errors.ts'
import { flashTexts, saved } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { afterParam } from '../../../platform/http/paging.ts'
import { idParam } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { ShortlistId, UserId } from '../../../shared/ids.ts'
import type { NoteForm } from './columns.tsx'
import { deleteShortlist, removeMembers, renameShortlist, saveNote } from './commands.ts'
import { membersForm, nameForm, noteForm } from './forms.ts'
import { findShortlist, findShortlistAmongAll } from './queries.ts'
import { isTaken } from './shortlist.ts'
import { ShortlistMembers, ShortlistPage } from './shortlist-page.tsx'

const redirectWith = flashTexts({
  ...saved,
  shortlist_renamed: 'The shortlist has its new name.',
  shortlist_deleted: 'The shortlist is deleted.',
  shortlist_shortened: 'Removed from this shortlist.',
})

/** One shortlist: its members, notes, renaming and deletion. */
export const showRoutes = new Hono<AppEnv>()

showRoutes.get(routes.shortlists.show.pattern, (c) => show(c))

showRoutes.post(routes.shortlists.name.pattern, async (c) => {
  const shortlistId = idOf(c)
  const form = await parseForm(c, nameForm)
  const found = await findShortlistAmongAll(c.var.db, viewerOf(c).id, shortlistId)
  if (!found) throw notFound()
  if (!form.ok) return showFound(c, found, { form, status: 422 })
  if (isTaken(form.value.name, found.all, shortlistId))
    return showFound(c, found, { form: withErrors(form, taken), status: 422 })

  const renamed = await renameShortlist(c.var.db, viewerOf(c).id, shortlistId, form.value)
  if (renamed.ok) return redirectWith(c, 'shortlist_renamed', hrefOf(c))
  if (renamed.refusal === 'gone') throw notFound()
  if (renamed.refusal === 'taken') return showFound(c, found, { form: withErrors(form, taken), status: 422 })
  throw conflict('This list was given another name meanwhile.')
})

showRoutes.post(routes.shortlists.deletion.pattern, async (c) => {
  const deleted = await deleteShortlist(c.var.db, viewerOf(c).id, idOf(c))
  if (!deleted.ok) throw notFound()
  return redirectWith(c, 'shortlist_deleted', routes.shortlists.index.href())
})

showRoutes.post(routes.shortlists.removal.pattern, async (c) => {
  const form = await parseForm(c, membersForm)
  if (!form.ok) return show(c, { form, status: 422 })
  return remove(c, form.value.influencerId)
})

showRoutes.post(routes.shortlists.memberRemoval.pattern, (c) =>
  remove(c, [idParam<UserId>(c, 'influencerId')]),
)

showRoutes.post(routes.shortlists.memberNote.pattern, async (c) => {
  const influencer = idParam<UserId>(c, 'influencerId')
  const form = await parseForm(c, noteForm)
  if (!form.ok) return show(c, { noteForm: { influencer, form }, status: 422 })

  const saved = await saveNote(c.var.db, viewerOf(c).id, { id: idOf(c), influencer, note: form.value.note })
  if (!saved.ok) throw notFound()
  return redirectWith(c, 'saved', hrefOf(c))
})

const taken = { name: 'Another of your lists has this name' }

async function remove(c: AppContext, ids: readonly UserId[]) {
  const removed = await removeMembers(c.var.db, viewerOf(c).id, idOf(c), ids)
  if (!removed.ok) throw notFound()
  return redirectWith(c, 'shortlist_shortened', hrefOf(c))
}

interface Shown {
  readonly form?: FormState
  readonly noteForm?: NoteForm
  readonly status?: 422
}

async function show(c: AppContext, shown: Shown = {}) {
  const found = await findShortlist(c.var.db, viewerOf(c).id, idOf(c), afterParam(2).parse(afterOf(c)))
  if (!found) throw notFound()
  return showFound(c, found, shown)
}

type Found = NonNullable<Awaited<ReturnType<typeof findShortlist>>>

function showFound(c: AppContext, found: Found, { form = formWith(), noteForm, status }: Shown) {
  const props = { ...found, after: afterOf(c), form, noteForm }
  return renderPage(c, {
    title: found.shortlist.name,
    page: <ShortlistPage {...props} />,
    fragment: <ShortlistMembers {...props} />,
    ...(status && { status }),
  })
}

function idOf(c: AppContext): ShortlistId {
  return idParam<ShortlistId>(c, 'shortlistId')
}

function hrefOf(c: AppContext): string {
  return routes.shortlists.show.href({ shortlistId: idOf(c) }, { after: afterOf(c) })
}

function afterOf(c: AppContext): string | null {
  return (
    afterParam(2)
      .parse(c.req.query('after') ?? null)
      ?.join('_') ?? null
  )
}
