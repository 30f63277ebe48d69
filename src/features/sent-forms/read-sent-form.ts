import { readFields } from '../../platform/forms/form.ts'
import { readToken, TOKEN_FIELD } from '../../platform/forms/form-token.ts'
import type { AppContext } from '../../platform/http/context.ts'
import { localPath } from '../../platform/http/next-path.ts'
import { routes } from '../../routes.ts'
import { hasSecret } from '../../shared/web/secret-path.ts'
import { isEmailLink } from '../email-links/policy.ts'
import { contentOf, type SentForm } from './sent-form.ts'

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

const signUpForms = [routes.signUp.sponsor.href(), routes.signUp.influencer.href()]

/**
 * The form that the request sends. Null if it has no token of ours, like a form of a script. A visitor's token counts for
 * e-mailed links and for signing up only, which have limits: so nobody can fill the table of used forms with it.
 */
export async function readSentForm(c: AppContext): Promise<SentForm | null> {
  if (c.req.method !== 'POST' || !FORM.test(c.req.header('Content-Type') ?? '')) return null
  // What cannot be read is the handler's to refuse.
  const all = await readFields(c).catch(() => [])
  const token = readToken(c.var.env, all.find(([name]) => name === TOKEN_FIELD)?.[1][0])
  const { pathname, search } = new URL(c.req.url)
  if (!token || (token.openedBy === null && !isForVisitors(pathname))) return null
  const fields = all.filter(([name]) => name !== TOKEN_FIELD)
  const sent = { token, path: pathname + search, fields }
  return { ...sent, page: pageOf(c), content: contentOf(c.var.env, sent) }
}

/** The page that the form is on. Null also if its address is a secret, because it is stored. */
function pageOf(c: AppContext): string | null {
  const url = URL.parse(c.req.header('HX-Current-URL') ?? c.req.header('Referer') ?? '')
  if (url === null || url.origin !== new URL(c.req.url).origin) return null
  const page = localPath(url.pathname + url.search)
  return page === null || hasSecret(page) ? null : page
}

function isForVisitors(path: string): boolean {
  return isEmailLink(path) || signUpForms.includes(path)
}
