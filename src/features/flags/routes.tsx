import { Hono } from 'hono'
import * as z from 'zod'
import { type FormState, formWith, parseForm, withErrors } from '../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { actionContextOf, roles, signedIn, viewerOf } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { id, params } from '../../platform/http/validate.ts'
import { routes } from '../../routes.ts'
import type { FlagId } from '../../shared/ids.ts'
import { saveAppeal } from './commands.ts'
import { appeal, explainAppealRefusal } from './flag.ts'
import { appealForm } from './forms.ts'
import { findOpenFlag, findOwnFlag, type OwnFlag } from './queries.ts'
import { OwnFlagPage } from './show/flag-page.tsx'
import { moderatedSubjects, thingOf } from './subject.ts'

const redirectWith = flashTexts({ appeal_sent: 'Appeal sent. An admin will answer you.' })

const withId = params({ flagId: id<FlagId>() })
const withThing = params({ subject: z.enum(moderatedSubjects), subjectId: id() })

export const flagRoutes = new Hono<AppEnv>()

/** Whether a path is somebody's own flag, or its appeal. Sponsors who wait for approval can be flagged too. */
export function isOwnFlag(path: string): boolean {
  return /^\/flags\/\d+(\/appeal)?$/.test(path)
}

flagRoutes.use(routes.flags.show.pattern, roles('sponsor', 'influencer'))
flagRoutes.use(routes.flags.appeal.pattern, roles('sponsor', 'influencer'))
flagRoutes.use(routes.flags.current.pattern, signedIn)

flagRoutes.get(routes.flags.show.pattern, withId, async (c) =>
  show(c, await find(c, c.req.valid('param').flagId), formWith()),
)

flagRoutes.post(routes.flags.appeal.pattern, withId, async (c) => {
  const flag = await find(c, c.req.valid('param').flagId)
  const form = await parseForm(c, appealForm)
  if (!form.ok) return show(c, flag, form, 422)
  const allowed = appeal(flag, viewerOf(c).id)
  if (!allowed.ok)
    return show(c, flag, withErrors(form, { form: explainAppealRefusal(allowed.refusal) }), 409)

  const saved = await saveAppeal(c.var.db, flag, form.value.appeal, actionContextOf(c))
  if (saved.ok) return redirectWith(c, 'appeal_sent', routes.flags.show.href({ flagId: flag.id }))
  return show(c, await find(c, flag.id), withErrors(form, { form: CHANGED }), 409)
})

flagRoutes.get(routes.flags.current.pattern, withThing, async (c) => {
  const thing = thingOf(c.req.valid('param'))
  const open = await findOpenFlag(c.var.db, thing)
  const viewer = viewerOf(c)
  if (viewer.role === 'admin') {
    const { subject, id: subjectId } = thing
    return c.redirect(
      open
        ? routes.admin.flags.show.href({ flagId: open.id })
        : routes.admin.flags.new.href({ subject, subjectId }),
      303,
    )
  }
  if (open?.ownerId !== viewer.id) throw notFound()
  return c.redirect(routes.flags.show.href({ flagId: open.id }), 303)
})

const CHANGED = 'This flag has changed since you opened the page. Check its state below.'

async function find(c: AppContext, flagId: FlagId): Promise<OwnFlag> {
  const flag = await findOwnFlag(c.var.db, viewerOf(c), flagId)
  if (!flag) throw notFound()
  return flag
}

function show(c: AppContext, flag: OwnFlag, form: FormState, status: 200 | 409 | 422 = 200) {
  return renderPage(c, { title: `Flag ${flag.id}`, page: <OwnFlagPage flag={flag} form={form} />, status })
}
