import { createHash } from 'node:crypto'
import { watch as watchFiles } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build as bundle, transform } from 'esbuild'
import { compileAsync } from 'sass'
import { sum } from '../src/shared/numbers/sum.ts'
import { buildFonts } from './fonts/build-fonts.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const client = `${root}src/client/`
const output = `${root}static/build/`
/** Only the Worker reads this folder, so no visitor downloads it. */
const FONTS = 'fonts'
const browsers = ['chrome115', 'firefox115', 'safari16.4']

/** `forms` is a script that only people who are signed in load. */
type Built = { key: 'css' | 'js' | 'forms'; text: string }

/**
 * Builds styles and scripts into `static/build`, with a hash in their names, and a manifest of these names, and the
 * fonts of PDF documents into `static/build/fonts`. With `watch` it rebuilds when a file in `src/client` changes, until
 * stopped. Throws if the first build fails; later failures are only printed.
 */
export async function buildClient({ watch = false } = {}): Promise<{ stop(): Promise<void> }> {
  await buildOnce()
  return watch ? rebuildOnChange() : { stop: async () => {} }
}

async function buildOnce(): Promise<Built[]> {
  const files = await Promise.all([
    buildStyles(),
    buildScript('js', 'app.ts'),
    buildScript('forms', 'signed-in.ts'),
  ])
  await mkdir(output, { recursive: true })
  await buildFonts(`${output}${FONTS}`)

  const manifest: Record<string, string> = {}
  for (const { key, text } of files) {
    const [part, extension] = key === 'forms' ? ['forms', 'js'] : ['app', key]
    const name = `${part}.${createHash('sha256').update(text).digest('hex').slice(0, 10)}.${extension}`
    await writeFile(output + name, text)
    manifest[key] = `/build/${name}`
  }
  await writeFile(`${output}manifest.json`, `${JSON.stringify(manifest)}\n`)
  await removeAllBut(Object.values(manifest))
  return files
}

async function buildStyles(): Promise<Built> {
  const { css } = await compileAsync(`${client}app.scss`, {
    loadPaths: [`${root}node_modules`],
    style: 'compressed',
    quietDeps: true,
    // Bootstrap 5 only works with @import.
    silenceDeprecations: ['import'],
  })
  const { code } = await transform(css, {
    loader: 'css',
    minify: true,
    target: browsers,
    legalComments: 'none',
  })
  return { key: 'css', text: code }
}

async function buildScript(key: Built['key'], entry: string): Promise<Built> {
  const { outputFiles } = await bundle({
    entryPoints: [client + entry],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    target: browsers,
    legalComments: 'none',
  })
  return { key, text: outputFiles[0]?.text ?? '' }
}

async function removeAllBut(hrefs: string[]): Promise<void> {
  for (const name of await readdir(output)) {
    const isKept = name === 'manifest.json' || name === FONTS || hrefs.includes(`/build/${name}`)
    if (!isKept) await rm(output + name)
  }
}

function rebuildOnChange(): { stop(): Promise<void> } {
  let waiting: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const rebuild = () => {
    running = running.then(buildOnce).catch((error: unknown) => console.error(error))
  }
  const watcher = watchFiles(client, { recursive: true }, () => {
    clearTimeout(waiting)
    waiting = setTimeout(rebuild, 100)
  })

  return {
    async stop() {
      watcher.close()
      clearTimeout(waiting)
      await running
    },
  }
}

function printSizes(files: Built[]): void {
  const sizes = files.map(({ key, text }) => ({
    file: key,
    raw: Buffer.byteLength(text),
    gzip: gzipSync(text, { level: 9 }).length,
    brotli: brotliCompressSync(text).length,
  }))
  const sumOf = (key: 'raw' | 'gzip' | 'brotli') => sum(sizes.map((size) => size[key]))
  const total = { file: 'total', raw: sumOf('raw'), gzip: sumOf('gzip'), brotli: sumOf('brotli') }

  for (const { file, raw, gzip, brotli } of [...sizes, total]) {
    console.log(`${file.padEnd(6)} ${kb(raw)} raw ${kb(gzip)} gzip ${kb(brotli)} brotli`)
  }
}

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} KB`

if (import.meta.main) printSizes(await buildOnce())
