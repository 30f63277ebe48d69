import type { PdfDocument } from '../../../src/platform/pdf/document.ts'
import { fontsFrom } from '../../../src/platform/pdf/fonts/font-files.ts'
import { renderPdf } from '../../../src/platform/pdf/render.ts'

type StaticFiles = Parameters<typeof fontsFrom>[0]

/** A Worker that draws the document that it is sent. */
export default {
  async fetch(request: Request, env: { ASSETS: StaticFiles }): Promise<Response> {
    const document: PdfDocument = await request.json()
    return new Response(await renderPdf(document, fontsFrom(env.ASSETS)))
  },
}
