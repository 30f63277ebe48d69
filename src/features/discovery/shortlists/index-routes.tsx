import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { idParam, parseIds } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { ShortlistId, UserId } from '../../../shared/ids.ts'
import { ShortlistChoicePage } from './choice-page.tsx'
import { addMembers, createShortlist } from './commands.ts'
import { membersForm, shortlistForm } from './forms.ts'
import { type Choice, findChoice, selectShortlists } from './queries.ts'
import { explainFull, isTaken, MAX_CHOSEN } from './shortlist.ts'
import { ShortlistsPage } from './shortlists-page.tsx'

const redirectWith = flashTexts({
  shortlist_created: 'The shortlist is made.',
  shortlisted: 'Added to this shortlist.',
  shortlisted_before: 'On this shortlist already.',
})

/** The list of shortlists, new ones, and adding influencers to one. */
export const indexRoutes = new Hono<AppEnv>()

indexRoutes.get(routes.shortlists.index.pattern, async (c) => {
  const lists = await selectShortlists(c.var.db, { sponsor: viewerOf(c).id })
  return renderPage(c, { title: 'Shortlists', page: <ShortlistsPage shortlists={lists} form={formWith()} /> })
})

indexRoutes.get(routes.shortlists.choice.pattern, async (c) =>
  showChoice(c, await choiceOf(c, c.req.queries('influencer_id')), formWith(), 200),
)

indexRoutes.post(routes.shortlists.index.pattern, async (c) => {
  const form = await parseForm(c, shortlistForm)
  const choice = await choiceOf(c, form.values.influencerId)
  if (!form.ok) return showAgain(c, choice, form)
  if (isTaken(form.value.name, choice.shortlists))
    return showAgain(c, choice, withErrors(form, explain.taken))

  const made = await createShortlist(c.var.db, viewerOf(c).id, form.value, c.var.now)
  if (!made.ok) return showAgain(c, choice, withErrors(form, explain[made.refusal]))
  return redirectWith(c, 'shortlist_created', routes.shortlists.show.href({ shortlistId: made.value }))
})

indexRoutes.post(routes.shortlists.members.pattern, async (c) => {
  const shortlistId = idParam<ShortlistId>(c, 'shortlistId')
  const form = await parseForm(c, membersForm)
  if (!form.ok) {
    const choice = await choiceOf(c, form.values.influencerId)
    return showChoice(c, withList(choice, shortlistId), form, 422)
  }

  const ids = form.value.influencerId
  const added = await addMembers(c.var.db, viewerOf(c).id, shortlistId, ids, c.var.now)
  if (added.ok) {
    const flash = added.value > 0 ? 'shortlisted' : 'shortlisted_before'
    return redirectWith(c, flash, routes.shortlists.show.href({ shortlistId }))
  }
  if (added.refusal === 'gone') throw notFound()
  const choice = withList(await choiceOf(c, form.values.influencerId), shortlistId)
  const list = choice.shortlists.find(({ id }) => id === shortlistId)
  const why = added.refusal === 'full' && list ? { form: explainFull(list) } : explain.nobody
  return showChoice(c, choice, withErrors(form, why), 422)
})

const explain = {
  taken: { name: 'You have a list of this name: add to that one, or take another name' },
  too_many: { form: 'You have as many lists as there can be: delete one first.' },
  nobody: { form: 'Who was chosen is not available any more.' },
}

function choiceOf(c: AppContext, typed: readonly string[] = []): Promise<Choice> {
  return findChoice(c.var.db, viewerOf(c).id, parseIds<UserId>(typed, MAX_CHOSEN))
}

// Somebody else's list is not there.
function withList(choice: Choice, id: ShortlistId): Choice {
  if (!choice.shortlists.some((list) => list.id === id)) throw notFound()
  return choice
}

/** The page that the form of a new list stood on. */
function showAgain(c: AppContext, choice: Choice, form: FormState) {
  if (choice.chosen.length > 0) return showChoice(c, choice, form, 422)
  const page = <ShortlistsPage shortlists={choice.shortlists} form={form} />
  return renderPage(c, { title: 'Shortlists', page, status: 422 })
}

function showChoice(c: AppContext, choice: Choice, form: FormState, status: 200 | 422) {
  const page = <ShortlistChoicePage choice={choice} form={form} />
  return renderPage(c, { title: 'Add to a shortlist', page, status })
}
