import { Hono } from 'hono'
import * as z from 'zod'
import type { AppEnv } from '../../../platform/http/context.ts'
import { flashTexts, notice } from '../../../platform/http/flash.ts'
import { signedIn, viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { idOf } from '../commands.ts'
import { selectKept } from '../queries.ts'
import { keptMessages } from '../sent-form.ts'
import { type Dispatch, showAgain } from '../show-again.tsx'
import { NotYoursPage } from './not-yours-page.tsx'

const redirectWith = flashTexts({
  unsent_gone: notice('What you typed is not there any more: it was sent, or more than an hour has passed.'),
})

/** A form that was kept while its owner was signed out, as it was typed. */
export function unsentFormRoutes(dispatch: Dispatch) {
  const unsent = new Hono<AppEnv>()
  unsent.get(routes.unsentForm.pattern, signedIn, params({ token: z.string() }), async (c) => {
    const { db, now } = c.var
    const [kept] = await selectKept(db, idOf(c.req.valid('param').token), now)
    if (!kept) return redirectWith(c, 'unsent_gone', routes.home.href())
    if (kept.userId !== viewerOf(c).id) {
      return renderPage(c, { title: 'Not your form', page: <NotYoursPage path={c.req.path} />, status: 403 })
    }
    return showAgain(c, dispatch, {
      form: kept,
      message: keptMessages[kept.reason],
      status: 200,
      flash: 'press_again',
    })
  })
  return unsent
}
