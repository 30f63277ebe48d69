import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import { hashToken } from '../../platform/crypto/token-hash.ts'
import { parseForm } from '../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { flashTexts } from '../../platform/http/flash.ts'
import { permitted, signedIn, viewerOf } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { id, params, query } from '../../platform/http/validate.ts'
import { routes } from '../../routes.ts'
import { camelCase } from '../../shared/case.ts'
import type { ExportId } from '../../shared/ids.ts'
import { type ExportRefusal, requestExport } from './commands.ts'
import { download, downloadStored } from './download.ts'
import { MAX_PER_DAY } from './export.ts'
import { ExportPage } from './export-page.tsx'
import { ExportsPage } from './exports-page.tsx'
import { exportForm } from './forms.ts'
import { type ExportParams, exportKindKeys, exportKinds } from './kinds.ts'
import { canExport, kindsFor } from './policy.ts'
import { listExports, selectExport } from './queries.ts'
import { writeExports } from './stored/csv-parts.ts'
import { startWriting } from './stored/start-writing.ts'

const redirectWith = flashTexts({
  export_requested: "We're preparing your export. We'll e-mail you a link when it's ready.",
})

// Of a parameter that repeats, the first value.
const firstOf = z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)])

export const exportRoutes = new Hono<AppEnv>()

for (const kind of exportKindKeys) {
  exportRoutes.get(
    exportKinds[kind].route.pattern,
    permitted((viewer) => canExport(viewer, kind)),
    query(z.record(z.string(), firstOf)),
    (c) => {
      const { bom, ...filters } = c.req.valid('query')
      return download(c, kind, filters, { isForExcel: bom === 'yes' })
    },
  )
}

exportRoutes.get(routes.exports.index.pattern, signedIn, (c) => showExports(c))

exportRoutes.post(routes.exports.index.pattern, signedIn, async (c) => {
  const viewer = viewerOf(c)
  const form = await parseForm(c, exportForm)
  if (!form.ok) throw new HTTPException(400)
  if (!canExport(viewer, form.value.kind)) throw notFound()
  if (!c.var.env.FILES) return showExports(c, 'no_storage')

  const { kind } = form.value
  const filters = exportKinds[kind].tidy(paramsIn(form.value.filters))
  const requested = await requestExport(c.var.db, { userId: viewer.id, kind, filters }, c.var.now)
  if (!requested.ok) return showExports(c, requested.refusal)
  startWriting(c, writeExports)
  return redirectWith(c, 'export_requested', routes.exports.index.href())
})

// A guard of its own: whoever has the token needs no session.
const opening = [
  params({ exportId: id<ExportId>() }),
  query(
    z.object({
      token: z.string().nullable().catch(null).default(null),
      bom: z.string().optional().catch(undefined),
    }),
  ),
] as const

exportRoutes.get(routes.exports.show.pattern, ...opening, async (c) => {
  const { token } = c.req.valid('query')
  const opened = await openExport(c, c.req.valid('param').exportId, token)
  if (opened instanceof Response) return opened
  return renderPage(c, { title: 'Export', page: <ExportPage file={opened} token={token} /> })
})

exportRoutes.get(routes.exports.file.pattern, ...opening, async (c) => {
  const { token, bom } = c.req.valid('query')
  const opened = await openExport(c, c.req.valid('param').exportId, token)
  return opened instanceof Response ? opened : downloadStored(c, opened, { isForExcel: bom === 'yes' })
})

/** The export, for its owner and for whoever has its token. Without either, people are sent to sign in. */
async function openExport(c: AppContext, exportId: ExportId, token: string | null) {
  const { db, now, viewer } = c.var
  if (!viewer && token === null) {
    const toSignIn = await signedIn(c, async () => undefined)
    if (toSignIn) return toSignIn
  }
  const [file] = await selectExport(db, exportId, now)
  const isAllowed =
    file && (file.userId === viewer?.id || (token !== null && file.tokenHash === hashToken(token)))
  if (!isAllowed) throw new HTTPException(404, { message: gone })
  return file
}

const gone =
  'There is no such export, the link is incomplete, or it has expired: we keep exports for 7 days. Sign in and ask for a new one.'

async function showExports(c: AppContext, refusal?: ExportRefusal | 'no_storage') {
  const viewer = viewerOf(c)
  const files = await listExports(c.var.db, viewer.id, c.var.now)
  const props = { kinds: kindsFor(viewer), files, refusal: refusal && refusals[refusal] }
  return renderPage(c, {
    title: 'Exports',
    page: <ExportsPage {...props} />,
    status: refusal ? 422 : 200,
  })
}

const refusals: Record<ExportRefusal | 'no_storage', string> = {
  waiting: "We're already preparing an export of these for you. We'll e-mail you when it's ready.",
  too_many: `You've asked for ${MAX_PER_DAY} exports in the last 24 hours, which is the limit. You can still download files directly.`,
  no_storage: 'Exports by e-mail are switched off here. You can download files directly.',
}

function paramsIn(queryString: string): ExportParams {
  const entries = [...new URLSearchParams(queryString)].map(([name, value]) => [camelCase(name), value])
  return Object.fromEntries(entries)
}
