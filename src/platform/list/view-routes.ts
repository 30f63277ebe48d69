import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import { routes } from '../../routes.ts'
import { list as listField } from '../forms/fields.ts'
import { parseForm } from '../forms/form.ts'
import type { AppEnv } from '../http/context.ts'
import { ownCookie, sendCookies } from '../http/cookies.ts'
import { localPath } from '../http/next-path.ts'
import { params } from '../http/validate.ts'
import { columnKeysIn, densityKeys, viewCookie, viewToText } from './view-settings.ts'

/** In seconds. */
const YEAR = 365 * 24 * 60 * 60

const viewForm = z.object({
  columns: listField(),
  density: z.enum(densityKeys).catch('comfortable'),
  back: z.string().catch(''),
})

/**
 * Remembers how somebody wants to see a list, in a cookie, and goes back to it. It needs no session, so a choice is not
 * lost if that has ended.
 */
export const listViewRoutes = new Hono<AppEnv>()

listViewRoutes.post(
  routes.listViews.pattern,
  params({ list: z.string().regex(/^[a-z-]{1,40}$/) }),
  async (c) => {
    const form = await parseForm(c, viewForm)
    if (!form.ok) throw new HTTPException(400)
    const { columns, density, back } = form.value
    const value = viewToText({ columns: columnKeysIn(columns), density })
    sendCookies(c, [ownCookie(c.var.env, viewCookie(c.req.valid('param').list), value, { maxAge: YEAR })])
    return c.redirect(localPath(back) ?? routes.home.href(), 303)
  },
)
