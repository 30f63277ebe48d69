import { Hono } from 'hono'
import * as z from 'zod'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/errors.ts'
import { signedIn, viewerOf } from '../../platform/http/guards.ts'
import { renderPage } from '../../platform/http/render.ts'
import { params, query } from '../../platform/http/validate.ts'
import { routes } from '../../routes.ts'
import { attachment } from '../../shared/attachment.ts'
import { csvReport } from './csv.ts'
import { plainLocale } from './figures/format-figure.ts'
import { MonthList, MonthsPage } from './list/months-page.tsx'
import { isMonthName } from './month.ts'
import { pdfName, reportPdf } from './pdf.ts'
import { readMonths, readReport } from './queries/read-report.ts'
import { parseReportName, type ReportFormat } from './report-name.ts'
import { ReportPage } from './show/report-page.tsx'

const listQuery = z.object({ last: z.string().refine(isMonthName).nullable().catch(null).default(null) })

export const reportRoutes = new Hono<AppEnv>()
reportRoutes.use(routes.reports.index.pattern, signedIn)
reportRoutes.use(routes.reports.show.pattern, signedIn)

reportRoutes.get(routes.reports.index.pattern, query(listQuery), async (c) => {
  const viewer = viewerOf(c)
  const { last } = c.req.valid('query')
  const months = await readMonths(c.var.db, viewer, last, c.var.now)
  const props = { ...months, role: viewer.role, isFirst: last === null }
  return renderPage(c, {
    title: 'Reports',
    page: <MonthsPage {...props} />,
    fragment: <MonthList {...props} />,
  })
})

reportRoutes.get(routes.reports.show.pattern, params({ report: z.string() }), async (c) => {
  const name = parseReportName(c.req.valid('param').report)
  if (!name) throw notFound()
  return respond(c, name.month, name.format)
})

async function respond(c: AppContext, month: string, format: ReportFormat) {
  const { db, env, now } = c.var
  const options = { now, currency: env.CURRENCY, locale: plainLocale }
  const viewer = viewerOf(c)
  const found = await readReport(db, viewer, month, options)
  if (!found) throw notFound()
  const { report } = found
  switch (format) {
    case 'html':
      return renderPage(c, { title: `Report: ${report.title}`, page: <ReportPage {...found} /> })
    case 'csv':
      return csvReport(report, env.CURRENCY)
    case 'pdf':
      return pdfResponse(await reportPdf(report, env, { now, timeZone: viewer.timeZone }), pdfName(report))
  }
}

function pdfResponse(pdf: Uint8Array, filename: string): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': attachment(filename),
      'Cache-Control': 'private, no-store',
    },
  })
}
