import { accessSync, constants } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

export interface ChromiumOptions {
  /** Whether the test opens other tabs or windows. */
  readonly withWindows?: boolean
  /** The size of text in the settings of the browser, which is 16 for most people. */
  readonly textSize?: number
}

/**
 * Starts the machine's Chromium, headless. Throws a helpful error if there is none. Where it is installed, this is
 * Chromium without the browser's own windows, which opens a page with half the work.
 */
export function launchChromium({
  withWindows = false,
  textSize = 16,
}: ChromiumOptions = {}): Promise<Browser> {
  const names = withWindows ? ['chromium'] : ['chromium-headless-shell', 'chromium']
  return chromium.launch({
    executablePath: findChromium(names),
    args: [...args, `--blink-settings=defaultFontSize=${textSize}`],
  })
}

/** Starts Chromium with cookies switched off in its settings. `profile` is an empty folder. */
export async function launchWithoutCookies(
  profile: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } }
  await mkdir(join(profile, 'Default'), { recursive: true })
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(settings))
  // Chromium without windows reads no settings.
  return chromium.launchPersistentContext(profile, {
    ...options,
    executablePath: findChromium(['chromium']),
    args,
  })
}

const args = [
  // In containers the tests run as root, and Chromium has no sandbox for root.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `CHROMIUM_PATH` if set, or else the first of these names on the `PATH`. */
function findChromium(names: readonly string[]): string {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  const candidates = CHROMIUM_PATH
    ? [CHROMIUM_PATH]
    : names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
  const found = candidates.find(canRun)
  if (found) return found
  throw new Error(
    CHROMIUM_PATH
      ? `CHROMIUM_PATH is ${CHROMIUM_PATH}, but that is not an executable file.`
      : 'There is no chromium on the PATH. Install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH.',
  )
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
