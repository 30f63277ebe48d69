import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

/** Starts the machine's Chromium, headless. Throws a helpful error if there is none. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args })
}

/** The same with a profile in a folder of its own, where a test can put settings that only a profile has. */
export function launchChromiumIn(profile: string, options: BrowserContextOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { ...options, executablePath: findChromium(), args })
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

function findChromium(): string {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  const candidates = CHROMIUM_PATH
    ? [CHROMIUM_PATH]
    : PATH.split(delimiter).map((folder) => join(folder, 'chromium'))
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
