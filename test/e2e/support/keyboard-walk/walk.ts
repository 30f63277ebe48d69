import type { Page } from 'playwright-core'
import { recordStops } from './record-stops.ts'

/** The key is pressed this often at most in one direction: long lists are the same thing again and again. */
const MAX_PRESSES = 120

/**
 * Walks through the page with Tab in a wide and low window, and back with Shift+Tab on a phone. Every element that can be
 * used must be reached once and in reading order, in view, in front, and with a focus mark; nothing else may be reached.
 * Leaves the window as it is on a phone.
 */
export async function findKeyboardProblems(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 600 })
  const there = await walk(page, 'forward')
  await page.setViewportSize({ width: 360, height: 740 })
  const back = await walk(page, 'backward')
  return [...there, ...back]
}

async function walk(page: Page, direction: 'forward' | 'backward'): Promise<string[]> {
  const recording = await page.evaluateHandle(recordStops, direction)
  const wanted = await recording.evaluate((one) => one.presses)
  const presses = Math.min(MAX_PRESSES, wanted)
  await pressTab(page, presses, direction)
  return recording.evaluate((one, isWhole) => [...one.finish(isWhole)], presses === wanted)
}

// Playwright waits for each key. Sent all at once, they take a third of the time.
async function pressTab(page: Page, times: number, direction: 'forward' | 'backward'): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const key = {
    key: 'Tab',
    code: 'Tab',
    windowsVirtualKeyCode: 9,
    modifiers: direction === 'backward' ? 8 : 0,
  }
  const sent = Array.from({ length: times }, () => [
    devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
    devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ])
  await Promise.all(sent.flat())
  await devtools.detach()
}
