import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../worker/wrangler.ts'
import { buildSlicedFont } from './sliced-font.ts'
import { expoPackage, fontsourcePackage, slicedFamilies, wholeFonts } from './sources.ts'
import { buildWholeFont } from './whole-font.ts'

/** Raise this when the files come out differently from the same packages. */
const FORMAT = 1

/**
 * Writes the fonts of PDF documents into a folder: TrueType files, the code points of each whole font
 * (`coverage.json`, which the Worker bundles), and a table of slices for each sliced one. Does nothing if the folder
 * already holds them for the installed versions.
 */
export async function buildFonts(folder: string): Promise<void> {
  const stamp = JSON.stringify({ FORMAT, packages: await installedVersions() })
  const stampFile = join(folder, 'stamp.json')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return

  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const coverage: Record<string, string> = {}
  for (const font of wholeFonts) coverage[font.family] = await buildWholeFont(font, folder)
  for (const family of slicedFamilies) await buildSlicedFont(family, folder)
  await writeFile(join(folder, 'coverage.json'), `${JSON.stringify(coverage)}\n`)
  // Last, so that an interrupted build starts over.
  await writeFile(stampFile, stamp)
}

async function installedVersions(): Promise<string[]> {
  const names = [
    ...wholeFonts.map(({ family }) => expoPackage(family)),
    ...slicedFamilies.map(fontsourcePackage),
  ]
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')
      const { version }: { version: string } = JSON.parse(text)
      return `${name}@${version}`
    }),
  )
}
