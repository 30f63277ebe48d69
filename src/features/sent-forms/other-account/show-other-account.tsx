import type { AppContext, Viewer } from '../../../platform/http/context.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { keepForm } from '../commands.ts'
import { findName } from '../queries.ts'
import type { SentForm } from '../sent-form.ts'
import { OtherAccountPage } from './other-account-page.tsx'

/** Refuses a form that another account has opened in this browser. It is kept for that account. */
export async function showOtherAccount(c: AppContext, openedBy: UserId, viewer: Viewer, sent: SentForm) {
  const { db, now } = c.var
  const [token, openedAs] = await Promise.all([
    keepForm(db, openedBy, sent, 'other_account', now),
    findName(db, openedBy),
  ])
  const unsent = token === null ? routes.home.href() : routes.unsentForm.href({ token })
  const page = (
    <OtherAccountPage
      openedAs={openedAs}
      signedInAs={viewer.displayName}
      signInHref={routes.signIn.href({ next: unsent })}
      unkept={token === null ? sent.fields : null}
    />
  )
  return renderPage(c, { title: 'This form belongs to another account', page, status: 409 })
}
