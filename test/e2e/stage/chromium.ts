import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Starts the machine's own Chromium, which needs no display. Throws in plain words when there is none. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      // In containers the tests run as root, under which Chromium has no sandbox.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

function findChromium(): string {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  const candidates = CHROMIUM_PATH
    ? [CHROMIUM_PATH]
    : PATH.split(delimiter).map((folder) => join(folder, 'chromium'))
  const found = candidates.find(canRun)
  if (found) return found
  throw new Error(
    CHROMIUM_PATH
      ? `CHROMIUM_PATH says ${CHROMIUM_PATH}, but there is no program that can be run.`
      : 'There is no chromium on the PATH. Install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one.',
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
