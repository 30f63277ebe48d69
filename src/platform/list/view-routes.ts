import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import { routes } from '../../routes.ts'
import { list as listField } from '../forms/fields.ts'
import { parseForm } from '../forms/form.ts'
import type { AppEnv } from '../http/context.ts'
import { signedIn } from '../http/guards.ts'
import { localPath } from '../http/next-path.ts'
import { params } from '../http/validate.ts'
import { columnKeysIn, viewCookie, viewToText } from './view-settings.ts'

const YEAR = 365 * 24 * 60 * 60

const viewForm = z.object({
  columns: listField(),
  density: z.enum(['comfortable', 'compact']).catch('comfortable'),
  back: z.string().catch(''),
})

/** Remembers how somebody wants to see a list, in a cookie, and goes back to it. */
export const listViewRoutes = new Hono<AppEnv>()

listViewRoutes.post(
  routes.listViews.pattern,
  signedIn,
  params({ list: z.string().regex(/^[a-z-]{1,40}$/) }),
  async (c) => {
    const form = await parseForm(c, viewForm)
    if (!form.ok) throw new HTTPException(400)
    const { columns, density, back } = form.value
    setCookie(
      c,
      viewCookie(c.req.valid('param').list),
      viewToText({ columns: columnKeysIn(columns), density }),
      {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: YEAR,
        secure: c.var.env.PUBLIC_URL.startsWith('https:'),
      },
    )
    return c.redirect(localPath(back) ?? routes.home.href(), 303)
  },
)
