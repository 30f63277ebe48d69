import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './support/chromium.ts'
import { findKeyboardProblems } from './support/keyboard-walk/walk.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
})
beforeEach(() => page.goto('about:blank'))
afterAll(() => browser.close())

/** The problems of a page with this in it. */
async function problemsOf(html: string): Promise<string> {
  await page.setContent(`<a href="#one">One</a> ${html} <p><a href="#end">End</a></p>`)
  return (await findKeyboardProblems(page)).join('\n')
}

test('the walk finds nothing on a page that can be used', async () => {
  const fields = `<style>input:focus-within { outline: 2px solid green }</style><p><input type="date" name="day"> <input type="radio" name="size" value="s" checked>
    <input type="radio" name="size" value="m"> <button disabled>Send</button> <a href="#" hidden>Hidden</a></p>
    <details><summary>More</summary><a href="#more">Inside</a></details>`
  const column = `<p style="height: 3000px">High</p>`
  expect(await problemsOf(fields + column)).toBe('')
})

// What it must find, on a page with this in it.
const faults = {
  'has no focus mark': '<a href="#two" style="outline: none">Two</a>',
  'takes the focus and is invisible': '<a href="#two" style="opacity: 0">Two</a>',
  'is not scrolled into view': '<a href="#two" style="position: fixed; top: -9rem">Two</a>',
  'is behind': `<p style="position: fixed; top: 0; left: 0; width: 100%; height: 9rem; background: white">Bar</p>`,
  'has a focus mark that':
    '<p style="overflow: hidden; width: 5rem"><a href="#two" style="display: block; outline-offset: 2px">Two</a></p>',
  'is reached before': '<a href="#two" tabindex="1">Two</a>',
  'is out of order':
    '<p style="display: flex; flex-direction: row-reverse"><a href="#two">Two</a> <a href="#three">Three</a></p>',
  'is never reached': `<a href="#two" id="two">Two</a> <a href="#three">Three</a>
    <p><input onfocus="document.querySelector('#two').focus()"></p>`,
} as const

test.each(Object.entries(faults))('the walk finds what %s', async (problem, html) => {
  expect(await problemsOf(html)).toContain(problem)
})
