import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { Chart } from '../../../src/ui/charts/chart.tsx'
import { chartData } from './data.ts'

const data = chartData(['Sep', 'Oct'], { 'Sent <b>': [3, null], Accepted: [1, 0] })

function chart(props: Partial<Parameters<typeof Chart>[0]> = {}) {
  const markup = String(Chart({ id: 'outcome', kind: 'bars', data, ...props }))
  return { markup, document: parseHTML(`<html><body>${markup}</body></html>`).document }
}

describe('a chart', () => {
  it('is an image with a name and a description, whose ids are unique', () => {
    const { document } = chart()
    const images = [...document.querySelectorAll('svg')]
    expect(images).toHaveLength(2)
    for (const image of images) {
      expect(image.getAttribute('role')).toBe('img')
      const [title, description] = (image.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
      expect(title).toBe('Requests')
      expect(description).toContain('Bar chart by month, Sep to Oct. Sent <b>: 3 throughout.')
      expect(description).toContain('Accepted: highest 1 (Sep), lowest 0 (Oct).')
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has a title on every mark', () => {
    const { document } = chart()
    const titles = [...document.querySelectorAll('.chart-wide rect > title')].map(
      ({ textContent }) => textContent,
    )
    expect(titles).toEqual(['Sep, Sent <b>: 3', 'Sep, Accepted: 1'])
  })

  it('has a table of the same figures, open or folded', () => {
    for (const foldTable of [true, false]) {
      const { document } = chart({ foldTable })
      const cells = [...document.querySelectorAll('tr')].map((row) =>
        [...row.children].map(({ textContent }) => textContent),
      )
      expect(cells).toEqual([
        ['Month', 'Sent <b>', 'Accepted'],
        ['Sep', '3', '1'],
        ['Oct', 'No figure', '0'],
      ])
      expect(document.querySelector('caption')?.textContent).toBe('Requests')
      expect(document.querySelector('details') !== null).toBe(foldTable)
    }
  })

  it.each(['bars', 'lines', 'stacked bars', 'rows'] as const)(
    'draws %s without inline styles or scripts',
    (kind) => {
      const { markup } = chart({ kind })
      expect(markup).not.toMatch(/style=|<style|<script|\son\w+=/)
      expect(markup).not.toContain('<b>')
    },
  )

  it('hatches every second series of bars, so that nobody has to tell colors apart', () => {
    const { document } = chart()
    const fills = [...document.querySelectorAll('.chart-wide rect.series-2')].map((rect) =>
      rect.getAttribute('fill'),
    )
    expect(fills.filter((fill) => fill === 'url(#outcome-wide-series-2)').length).toBe(2)
    expect(document.getElementById('outcome-wide-series-2')?.tagName.toLowerCase()).toBe('pattern')
  })

  it('says so if there are no figures', () => {
    const { document } = chart({ data: chartData([], {}) })
    expect(document.querySelector('figure')?.textContent).toBe('RequestsNo figures yet.')
    expect(document.querySelector('svg')).toBeNull()
  })

  it('says so if there are only zeros, without a table of them', () => {
    const { document } = chart({ data: chartData(['Sep', 'Oct'], { Sent: [0, 0] }) })
    expect(document.querySelector('figure')?.textContent).toBe('RequestsNothing in this period.')
    expect(document.querySelector('svg, table')).toBeNull()
  })
})

describe('the colors of series', () => {
  const tokens = readFileSync('src/client/styles/base/_tokens.scss', 'utf8')
  const [light = '', dark = ''] = tokens.split('@media')

  it.each([
    ['light', light],
    ['dark', dark],
  ])('have a contrast of at least 3:1 against cards and the page, when %s', (_, scheme) => {
    const backgrounds = ['card', 'paper'].map((name) => colorOf(scheme, name))
    for (const index of [1, 2, 3, 4, 5, 6]) {
      for (const background of backgrounds) {
        const color = colorOf(scheme, `series-${index}`)
        expect(contrast(color, background), `series-${index}`).toBeGreaterThanOrEqual(3)
      }
    }
  })
})

function colorOf(scheme: string, name: string): string {
  const [, hex = ''] = new RegExp(`--${name}: #([0-9a-f]+);`).exec(scheme) ?? []
  expect(hex, name).not.toBe('')
  return hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
}

/** The contrast of two colors by WCAG 2. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
