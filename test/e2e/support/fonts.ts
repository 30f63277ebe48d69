import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** A narrow and a very wide font: a page that fits with both does not depend on the fonts of the machine. */
export const fonts = { narrow: 'archivo-narrow', wide: 'dejavu-sans' } as const

export type Font = keyof typeof fonts

const weights = [400, 700] as const

/** Makes the fonts available to `switchFont`. Call it before the page is opened. */
export async function provideFonts(page: Page): Promise<void> {
  let stylesheet: string | null = null
  await page.route('**/build/*.css', async (route) => {
    stylesheet ??= `${await (await route.fetch()).text()}\n${styles}`
    await route.fulfill({ contentType: 'text/css', body: stylesheet })
  })
  await page.route('**/test-fonts/*', (route) => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    const [name = ''] = file.split('-latin')
    return route.fulfill({ path: fileURLToPath(import.meta.resolve(`@fontsource/${name}/files/${file}`)) })
  })
}

/** Shows all text of the page in a test font; null shows the page's own fonts. */
export async function switchFont(page: Page, font: Font | null): Promise<void> {
  await page.evaluate(async (family) => {
    document.documentElement.dataset.testFont = family ?? ''
    if (!family) return
    const loaded = await Promise.all(
      [400, 700].map((weight) => document.fonts.load(`${weight} 1em ${family}`)),
    )
    if (loaded.some((faces) => faces.length === 0)) throw new Error(`The font ${family} did not load`)
  }, font && `test-${font}`)
}

const styles = Object.entries(fonts)
  .map(([font, name]) => {
    const faces = weights.map(
      (weight) => `@font-face { font-family: test-${font}; font-weight: ${weight};
        src: url(/test-fonts/${name}-latin-${weight}-normal.woff2) }`,
    )
    return `${faces.join('\n')}
      :root[data-test-font=test-${font}] * { font-family: test-${font} !important }`
  })
  .join('\n')
