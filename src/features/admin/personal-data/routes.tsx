import { Hono } from 'hono'
import { parseForm } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { actionContextOf, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { startWriting } from '../../exports/stored/start-writing.ts'
import { keepAccount, requestDeletion } from '../../personal-data/deletion/commands.ts'
import { explainRefusal } from '../../personal-data/deletion/deletion.ts'
import { requestPersonalExport } from '../../personal-data/export/request.ts'
import { writeFiles } from '../../personal-data/export/write-files.ts'
import { mayDeleteFor, NOT_FOR_ADMINS } from '../../personal-data/policy.ts'
import { approvalForm as versionForm } from '../forms.ts'
import { PersonDataPage } from './person-data-page.tsx'
import { findPersonWithData, type PersonWithData } from './queries.ts'

const redirectWith = flashTexts({
  copy_requested: "The file is being prepared. We'll e-mail them when it's ready.",
  deletion_started: 'The account is closed. It will be deleted in 14 days.',
  deletion_stopped: 'The account is kept. Everything is as it was before.',
})

const pages = routes.admin.personalData
const withId = params({ userId: id<UserId>() })

export const personalDataRoutes = new Hono<AppEnv>()

personalDataRoutes.get(pages.show.pattern, withId, async (c) =>
  show(c, await find(c, c.req.valid('param').userId)),
)

personalDataRoutes.post(pages.exports.pattern, withId, async (c) => {
  const found = await find(c, c.req.valid('param').userId)
  if (found.person.status === 'deleted') throw notFound()
  if (!c.var.env.FILES) return show(c, found, 'Files like this are switched off here.', 422)
  const requested = await requestPersonalExport(c.var.db, found.person.id, actionContextOf(c))
  if (!requested.ok) return show(c, found, 'They have asked for a file in the last 24 hours.', 422)
  startWriting(c, writeFiles)
  return redirectWith(c, 'copy_requested', hrefOf(found))
})

personalDataRoutes.post(pages.deletion.pattern, withId, async (c) => {
  const found = await find(c, c.req.valid('param').userId)
  // Their own settings ask for the password first.
  if (isOwn(c, found)) return c.redirect(routes.settings.data.deletion.href(), 303)
  if (!mayDeleteFor(found.person)) return show(c, found, NOT_FOR_ADMINS, 422)
  if (!(await hasSeen(c, found))) return show(c, found, changed, 409)
  const requested = await requestDeletion(c.var.db, found.person, actionContextOf(c), null)
  if (!requested.ok) return show(c, found, explainRefusal(requested.refusal), 422)
  return redirectWith(c, 'deletion_started', hrefOf(found))
})

personalDataRoutes.post(pages.deletionEnd.pattern, withId, async (c) => {
  const found = await find(c, c.req.valid('param').userId)
  const { deletion } = found.state
  if (!mayDeleteFor(found.person)) return show(c, found, NOT_FOR_ADMINS, 422)
  if (!deletion || !(await hasSeen(c, found))) return show(c, found, changed, 409)
  const kept = await keepAccount(c.var.db, deletion, actionContextOf(c))
  if (!kept.ok) return show(c, await find(c, found.person.id), changed, 409)
  return redirectWith(c, 'deletion_stopped', hrefOf(found))
})

const changed =
  'This account has changed since you opened the page, so nothing was saved. Please review it again.'

/** Whether the admin saw the account as it is now. */
async function hasSeen(c: AppContext, { person }: PersonWithData): Promise<boolean> {
  const form = await parseForm(c, versionForm)
  return form.ok && form.value.version === person.version
}

async function find(c: AppContext, userId: UserId): Promise<PersonWithData> {
  const found = await findPersonWithData(c.var.db, userId, c.var.now)
  if (!found) throw notFound()
  return found
}

function show(c: AppContext, found: PersonWithData, refusal?: string, status: 200 | 409 | 422 = 200) {
  const page = <PersonDataPage {...found} isOwn={isOwn(c, found)} refusal={refusal} />
  return renderPage(c, { title: `Data of ${found.person.name}`, page, status })
}

function isOwn(c: AppContext, { person }: PersonWithData): boolean {
  return person.id === viewerOf(c).id
}

function hrefOf({ person }: PersonWithData): string {
  return pages.show.href({ userId: person.id })
}
