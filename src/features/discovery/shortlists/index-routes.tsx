import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts, notice } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { parseIds } from '../../../platform/http/params.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params, query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { ShortlistId, UserId } from '../../../shared/ids.ts'
import { MAX_SELECTED, selection } from '../selection.ts'
import { ChooseShortlistPage } from './choice-page.tsx'
import { addMembers, createShortlist } from './commands.ts'
import { membersForm, shortlistForm } from './forms.ts'
import { findChoice, type ShortlistChoice, selectShortlists } from './queries.ts'
import { fullMessage, isTaken, MAX_SHORTLISTS } from './shortlist.ts'
import { ShortlistsPage } from './shortlists-page.tsx'

const redirectWith = flashTexts({
  shortlist_created: 'Shortlist created.',
  shortlisted: 'Added to this shortlist.',
  already_shortlisted: notice('Already on this shortlist.'),
})

/** The list of shortlists, new ones, and adding influencers to one. */
export const indexRoutes = new Hono<AppEnv>()

indexRoutes.get(routes.shortlists.index.pattern, async (c) => {
  const lists = await selectShortlists(c.var.db, { sponsor: viewerOf(c).id })
  return renderPage(c, { title: 'Shortlists', page: <ShortlistsPage shortlists={lists} form={formWith()} /> })
})

indexRoutes.get(routes.shortlists.choice.pattern, query(selection), async (c) => {
  const choice = await findChoice(c.var.db, viewerOf(c).id, c.req.valid('query').influencerId)
  return showChoice(c, choice, formWith(), 200)
})

indexRoutes.post(routes.shortlists.index.pattern, async (c) => {
  const form = await parseForm(c, shortlistForm)
  const choice = await choiceOf(c, form.values.influencerId)
  if (!form.ok) return showFormAgain(c, choice, form)
  if (isTaken(form.value.name, choice.shortlists))
    return showFormAgain(c, choice, withErrors(form, errors.taken))

  const created = await createShortlist(c.var.db, viewerOf(c).id, form.value, c.var.now)
  if (!created.ok) return showFormAgain(c, choice, withErrors(form, errors[created.refusal]))
  return redirectWith(c, 'shortlist_created', routes.shortlists.show.href({ shortlistId: created.value }))
})

indexRoutes.post(routes.shortlists.members.pattern, params({ shortlistId: id<ShortlistId>() }), async (c) => {
  const { shortlistId } = c.req.valid('param')
  const form = await parseForm(c, membersForm)
  if (!form.ok) return showMembersAgain(c, shortlistId, form, {})

  const ids = form.value.influencerId
  const added = await addMembers(c.var.db, viewerOf(c).id, shortlistId, ids, c.var.now)
  if (!added.ok) return showMembersAgain(c, shortlistId, form, added)
  const flash = added.value > 0 ? 'shortlisted' : 'already_shortlisted'
  return redirectWith(c, flash, routes.shortlists.show.href({ shortlistId }))
})

const errors = {
  taken: { name: 'You already have a shortlist with this name' },
  too_many: { form: `You have ${MAX_SHORTLISTS} shortlists, which is the maximum. Delete one first.` },
  unavailable: { form: 'The selected influencers are no longer available.' },
}

function choiceOf(c: AppContext, texts: readonly string[] = []): Promise<ShortlistChoice> {
  return findChoice(c.var.db, viewerOf(c).id, parseIds<UserId>(texts, MAX_SELECTED))
}

async function showMembersAgain(
  c: AppContext,
  id: ShortlistId,
  form: FormState,
  { refusal }: { refusal?: 'gone' | 'unavailable' | 'full' },
) {
  const choice = await choiceOf(c, form.values.influencerId)
  const list = choice.shortlists.find((one) => one.id === id)
  if (!list || refusal === 'gone') throw notFound()
  const problems = { full: { form: fullMessage(list) }, unavailable: errors.unavailable }
  return showChoice(c, choice, refusal ? withErrors(form, problems[refusal]) : form, 422)
}

/** The page that the form for a new shortlist was on. */
function showFormAgain(c: AppContext, choice: ShortlistChoice, form: FormState) {
  if (choice.selected.length > 0) return showChoice(c, choice, form, 422)
  const page = <ShortlistsPage shortlists={choice.shortlists} form={form} />
  return renderPage(c, { title: 'Shortlists', page, status: 422 })
}

function showChoice(c: AppContext, choice: ShortlistChoice, form: FormState, status: 200 | 422) {
  const page = <ChooseShortlistPage choice={choice} form={form} />
  return renderPage(c, { title: 'Add to a shortlist', page, status })
}
