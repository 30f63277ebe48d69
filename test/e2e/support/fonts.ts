import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** A narrow and a very wide font: a page that fits with both does not depend on the fonts of the machine. */
export const fonts = { narrow: 'archivo-narrow', wide: 'dejavu-sans' } as const

export type Font = keyof typeof fonts

const weights = ['400', '700'] as const

/** Shows all text of the page in a test font; null shows the page's own fonts. */
export async function switchFont(page: Page, font: Font | null): Promise<void> {
  const files = font ? await Promise.all(weights.map((weight) => readFont(fonts[font], weight))) : []
  // The content security policy allows neither a stylesheet nor a font from elsewhere.
  await page.evaluate(async (wanted) => {
    const faces = wanted.map(
      ({ weight, base64 }) => new FontFace('Test', Uint8Array.fromBase64(base64), { weight }),
    )
    document.fonts.clear()
    for (const face of faces) document.fonts.add(await face.load())
    const sheet = new CSSStyleSheet()
    if (faces.length > 0) sheet.replaceSync(':root:root * { font-family: Test !important }')
    document.adoptedStyleSheets = [sheet]
  }, files)
}

async function readFont(name: string, weight: (typeof weights)[number]) {
  const file = import.meta.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`)
  return { weight, base64: await readFile(fileURLToPath(file), 'base64') }
}
