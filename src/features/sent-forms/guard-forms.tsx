import { createMiddleware } from 'hono/factory'
import { ChangeRefused, type FirstChange } from '../../platform/db/database.ts'
import type { Prefetched } from '../../platform/db/prefetch.ts'
import { type AppContext, type AppEnv, afterResponse } from '../../platform/http/context.ts'
import { goTo } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { isEmailLink } from '../email-links/policy.ts'
import { keepForm, recordResult, useForm } from './commands.ts'
import { showOtherAccount } from './other-account/show-other-account.tsx'
import { selectUsed } from './queries.ts'
import { readSentForm } from './read-sent-form.ts'
import { answerRepeated } from './repeated.tsx'
import type { UsedForm } from './schema.ts'
import type { SentForm } from './sent-form.ts'
import type { Dispatch } from './show-again.tsx'
import { UnkeptPage } from './unkept-page.tsx'

interface Arriving {
  readonly sent: SentForm
  readonly used: Prefetched<readonly UsedForm[]>
}

const arriving = new WeakMap<AppContext, Arriving>()

/** Reads the form that a request sends. Whether it was sent before is read together with the viewer. */
export const receiveForm = createMiddleware<AppEnv>(async (c, next) => {
  const sent = await readSentForm(c)
  if (sent) arriving.set(c, { sent, used: c.var.db.prefetch(selectUsed(c.var.db, sent.token.key)) })
  await next()
})

/**
 * Nothing typed is lost, and nothing is done twice or by the wrong account:
 *
 * - A form whose session has ended is kept, and shown as it was after signing in.
 * - A form that was opened by one account and sent by another is refused.
 * - A form does what it is for once. Its key is stored in the batch of its first change, so of two clicks at the same
 *   moment one does it, and the other is answered as the first one was.
 */
export function guardForms(dispatch: Dispatch) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const found = arriving.get(c)
    if (!found) return next()
    const { sent } = found
    const { viewer } = c.var
    const owner = ownerOf(c, sent)
    if (owner !== null && !viewer) return toSignIn(c, owner, sent)
    if (owner !== null && viewer && owner !== viewer.id) return showOtherAccount(c, owner, viewer, sent)

    const [used] = await found.used.rows()
    if (used) return answerRepeated(c, dispatch, sent, used)

    const change: FirstChange = { statement: useForm(sent, c.var.now), error: new FormUsed(), isMade: false }
    c.var.db.firstChange.current = change
    await next()
    c.var.db.firstChange.current = null
    if (change.isMade) return keepResult(c, sent)
    if (c.res.status < 400 || c.res.status >= 500) return

    // The first of two clicks may have changed what this one found.
    const [faster] = await selectUsed(c.var.db, sent.token.key)
    if (!faster) return
    const answer = await answerRepeated(c, dispatch, sent, faster)
    c.res = undefined
    c.res = answer
  })
}

/** Thrown by the first change of a form that was used at the same moment. */
class FormUsed extends ChangeRefused {
  override readonly name = 'FormUsed'
}

/** The only account that may send the form. Null if anybody may, like a form behind a link from an e-mail. */
function ownerOf(c: AppContext, { token: { openedBy } }: SentForm): UserId | null {
  return isEmailLink(c.req.path) ? null : openedBy
}

/** After signing in, the form is there as it was typed. */
async function toSignIn(c: AppContext, openedBy: UserId, sent: SentForm): Promise<Response> {
  const token = await keepForm(c.var.db, openedBy, sent, 'signed_out', c.var.now)
  if (token !== null) return goTo(c, routes.signIn.href({ next: routes.unsentForm.href({ token }) }))
  return renderPage(c, { title: 'You were signed out', page: <UnkeptPage form={sent} />, status: 409 })
}

/** Remembers the page that the response leads to. A response that is a page itself leads back to the form's page. */
function keepResult(c: AppContext, sent: SentForm): void {
  const location = c.res.headers.get('Location') ?? c.res.headers.get('HX-Redirect') ?? sent.page
  if (location === null || c.res.status >= 400) return
  const { db } = c.var
  afterResponse(c, recordResult(db, sent, { location, flash: c.get('flashKey') ?? null }))
}
