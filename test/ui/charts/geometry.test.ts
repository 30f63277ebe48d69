import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Drawing, Shape } from '../../../src/shared/drawing.ts'
import { isEmpty, toneOf } from '../../../src/ui/charts/chart-data.ts'
import { type ChartKind, draw } from '../../../src/ui/charts/draw.ts'
import { shorten, textWidth } from '../../../src/ui/charts/parts/text.ts'
import { moneyFormat, percentFormat } from '../../../src/ui/charts/value-format.ts'
import { anyData, chartData, marksOf, rectsOf, textsOf } from './data.ts'

const kinds: ChartKind[] = ['bars', 'lines', 'stacked bars', 'rows', 'doughnut']
const width = fc.constantFrom(240, 280, 480, 560, 1000)

describe.each(kinds)('%s', (kind) => {
  const data = anyData(kind === 'doughnut' ? { maxSeries: 1 } : {})

  it('stay within their box, with all their texts', () => {
    fc.assert(
      fc.property(data, width, (figures, size) => {
        const drawing = draw(kind, figures, size)
        expect(drawing.width).toBe(size)
        expect(outside(drawing)).toEqual([])
      }),
    )
  })

  it('say what they show', () => {
    fc.assert(
      fc.property(data, width, (figures, size) => {
        const { title, description, shapes } = draw(kind, figures, size)
        expect(title).toBe('Requests')
        expect(description).not.toBe('')
        expect(JSON.stringify(shapes)).not.toMatch(/NaN|Infinity|undefined|null/)
      }),
    )
  })

  it('refuse what no chart can show', () => {
    expect(() => draw(kind, chartData(['Oct'], { Sent: [-1] }), 280)).toThrow(RangeError)
    expect(() => draw(kind, chartData(['Oct'], { Sent: [Number.NaN] }), 280)).toThrow(RangeError)
    expect(() => draw(kind, chartData(['Oct', 'Nov'], { Sent: [1] }), 280)).toThrow(RangeError)
    const seven = Object.fromEntries([...'abcdefg'].map((name) => [name, [1]]))
    expect(() => draw(kind, chartData(['Oct'], seven), 280)).toThrow(RangeError)
  })

  it('say so if there are no figures', () => {
    for (const data of [chartData([], {}), chartData(['Oct'], { Sent: [null] })]) {
      expect(textsOf(draw(kind, data, 280)).map(({ text }) => text)).toEqual(['No figures yet.'])
    }
  })

  it('say so if there are only zeros, instead of drawing a line at the bottom', () => {
    const drawing = draw(kind, chartData(['Sep', 'Oct'], { Sent: [0, null], Agreed: [0, 0] }), 280)
    expect(drawing.shapes.length).toBe(1)
    expect(textsOf(drawing).map(({ text }) => text)).toEqual(['Nothing in this period.'])
  })
})

describe('bars', () => {
  it('are as long as their values, and never overlap', () => {
    fc.assert(
      fc.property(anyData(), width, (data, size) => {
        const rects = rectsOf(draw('bars', data, size))
        const values = data.series
          .flatMap(({ values }) => values)
          .filter((value) => value !== null && value > 0)
        expect(rects.length).toBe(values.length)
        const perUnit = Math.max(...rects.map(({ height }) => height)) / Math.max(...values.map(Number))
        rects.forEach(({ height }, index) => {
          expect(height).toBeCloseTo(Number(values[index]) * perUnit, 1)
        })
        expect(overlaps(rects)).toEqual([])
      }),
    )
  })

  it('have no number above nothing', () => {
    for (const kind of ['bars', 'stacked bars'] as const) {
      const drawing = draw(kind, chartData(['Sep', 'Oct'], { Sent: [0, 7] }), 480)
      const texts = textsOf(drawing).map(({ text }) => text)
      expect(texts).toContain('7')
      // The axis has one.
      expect(texts.filter((text) => text === '0')).toHaveLength(1)
    }
  })

  it('have titles with the category and the exact figure', () => {
    const data = chartData(['Sep', 'Oct'], { Agreed: [123456, 0] }, moneyFormat('USD'))
    expect(marksOf(draw('bars', data, 560)).map(({ title }) => title)).toEqual(['Sep: $1,234.56'])
  })
})

describe.each(['stacked bars', 'rows'] as const)('%s', (kind) => {
  it('add up to the total of the category, and never overlap', () => {
    fc.assert(
      fc.property(anyData(), width, (data, size) => {
        const rects = rectsOf(draw(kind, data, size))
        const along = kind === 'rows' ? 'width' : 'height'
        const across = kind === 'rows' ? 'y' : 'x'
        const lengths = [...Map.groupBy(rects, (rect) => rect[across]).values()].map((parts) =>
          parts.reduce((sum, part) => sum + part[along], 0),
        )
        const totals = data.categories
          .map((_, index) => data.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0))
          .filter((total) => total > 0)
        const perUnit = Math.max(...lengths) / Math.max(...totals)
        const sorted = lengths.toSorted((a, b) => a - b)
        totals
          .toSorted((a, b) => a - b)
          .forEach((total, index) => {
            expect(sorted[index]).toBeCloseTo(total * perUnit, 0)
          })
        expect(overlaps(rects)).toEqual([])
      }),
    )
  })
})

describe('lines', () => {
  it('break where there is no figure', () => {
    const { shapes } = draw('lines', chartData([...'abcde'], { Rate: [1, 2, null, 3, 4] }), 560)
    const segments = shapes.filter(({ kind, tone }) => kind === 'line' && tone === 'series-1')
    expect(segments).toHaveLength(2)
  })

  it('have markers of different shapes, and their names at the end or above', () => {
    const data = chartData(['Sep', 'Oct'], { YouTube: [1, 2], TikTok: [2, 2] })
    for (const size of [280, 560]) {
      const drawing = draw('lines', data, size)
      const [first, second] = ['series-1', 'series-2'].map((tone) =>
        marksOf(drawing).find((mark) => mark.tone === tone),
      )
      expect(first?.kind === 'path' && first.d).toContain('A')
      expect(second?.kind === 'path' && second.d).not.toContain('A')
      expect(textsOf(drawing).map(({ text }) => text)).toEqual(expect.arrayContaining(['YouTube', 'TikTok']))
    }
  })

  it('have a title for one point as for many', () => {
    expect(marksOf(draw('lines', chartData(['Oct'], { Rate: [0.5] }, percentFormat()), 280))).toEqual([
      expect.objectContaining({ title: 'Oct: 50%' }),
    ])
    const many = chartData(
      Array.from({ length: 365 }, (_, day) => `Day ${day}`),
      { Views: Array(365).fill(3) },
    )
    expect(marksOf(draw('lines', many, 280)).length).toBeLessThanOrEqual(62)
  })
})

describe('a doughnut', () => {
  it('has a part for each figure, whose percentages are in their titles', () => {
    const data = chartData(['Accepted', 'Rejected', 'Expired'], { Requests: [3, 1, 0] })
    expect(marksOf(draw('doughnut', data, 280)).map(({ title }) => title)).toEqual([
      'Accepted: 3 (75%)',
      'Rejected: 1 (25%)',
    ])
  })

  it('adds up the smallest of more than six parts', () => {
    const data = chartData([...'abcdefgh'], { Requests: [1, 9, 8, 7, 6, 5, 2, 3] })
    const titles = marksOf(draw('doughnut', data, 280)).map(({ title }) => title?.split(':')[0])
    expect(titles).toEqual(['b', 'c', 'd', 'e', 'f', 'Other (3)'])
    expect(draw('doughnut', data, 280).description).toContain('Other (3) 6 (14.6%)')
  })

  it('says in its middle what the figure is, for one as for many', () => {
    const texts = textsOf(draw('doughnut', chartData(['Agreed'], { Requests: [1] }), 280))
    expect(texts.map(({ text }) => text)).toContain('in total')
  })

  it('has one series', () => {
    expect(() => draw('doughnut', chartData(['a'], { One: [1], Two: [2] }), 280)).toThrow(RangeError)
  })
})

describe('ticks', () => {
  it('are round, all different as text, and reach the largest value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e14 }), fc.boolean(), (max, isMoney) => {
        const data = chartData(['Oct'], { Sent: [max] }, isMoney ? moneyFormat('USD') : undefined)
        const drawing = draw('bars', data, 280)
        const ticks = textsOf(drawing).filter(({ anchor }) => anchor === 'end')
        expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(Math.min(...ticks.map(({ y }) => y)) - 4).toBeLessThanOrEqual(rectsOf(drawing)[0]?.y ?? 0)
      }),
    )
  })

  it('have no half requests, and short amounts', () => {
    const tickTexts = (data: ReturnType<typeof chartData>) =>
      textsOf(draw('bars', data, 280))
        .filter(({ anchor }) => anchor === 'end')
        .map(({ text }) => text)
    expect(tickTexts(chartData(['Oct'], { Sent: [2] }))).toEqual(['0', '1', '2'])
    expect(tickTexts(chartData(['Oct'], { Sent: [250] }, moneyFormat('USD')))).toEqual([
      '$0',
      '$0.50',
      '$1',
      '$1.50',
      '$2',
      '$2.50',
    ])
    expect(tickTexts(chartData(['Oct'], { Sent: [1_340_000_00] }, moneyFormat('USD')))).toEqual([
      '$0',
      '$500K',
      '$1M',
      '$1.5M',
    ])
    expect(tickTexts(chartData(['Oct'], { Rate: [0.07] }, percentFormat()))).toEqual([
      '0%',
      '2%',
      '4%',
      '6%',
      '8%',
    ])
  })
})

describe('labels', () => {
  it('are shortened to their room, never inside a character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'W', '👩‍👩‍👧', 'é', '漢') })
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 200 }), (whole, room) => {
        const short = shorten(whole, room)
        expect(textWidth(short)).toBeLessThanOrEqual(room)
        expect(short === whole || whole.startsWith(short.slice(0, -1))).toBe(true)
        expect(short).not.toMatch(/\u200d…$/)
      }),
    )
  })

  it('that do not fit are left out where others fit, not cut', () => {
    const weeks = Array.from({ length: 52 }, (_, week) => (week < 6 ? `Nov ${week}, 2025` : `Jan ${week}`))
    const drawing = draw('bars', chartData(weeks, { Sent: weeks.map(() => 1) }), 560)
    const texts = textsOf(drawing).map(({ text }) => text)
    expect(texts.filter((text) => text.startsWith('Jan')).length).toBeGreaterThan(3)
    expect(texts.join()).not.toContain('…')
  })

  it('below an axis never touch each other', () => {
    fc.assert(
      fc.property(anyData(), width, (data, size) => {
        fc.pre(!isEmpty(data))
        const drawing = draw('bars', data, size)
        const lowest = Math.max(...textsOf(drawing).map(({ y }) => y))
        const below = textsOf(drawing).filter(({ y, anchor }) => y === lowest && anchor === 'middle')
        const edges = below.map(({ x, text }) => [x - textWidth(text) / 2, x + textWidth(text) / 2] as const)
        edges.slice(1).forEach(([start], index) => {
          expect(start).toBeGreaterThan(edges[index]?.[1] ?? 0)
        })
      }),
    )
  })
})

it('gives each series a tone of its own', () => {
  expect(new Set([0, 1, 2, 3, 4, 5].map(toneOf)).size).toBe(6)
})

// A hundredth is lost by rounding.
const SLACK = 0.02

function outside({ width, height, shapes }: Drawing): unknown[] {
  const isIn = (value: number, size: number) => value >= -SLACK && value <= size + SLACK
  return shapes.filter((shape) => cornersOf(shape).some(([x, y]) => !isIn(x, width) || !isIn(y, height)))
}

function cornersOf(shape: Shape): [number, number][] {
  switch (shape.kind) {
    case 'rect':
      return [
        [shape.x, shape.y],
        [shape.x + shape.width, shape.y + shape.height],
      ]
    case 'line':
      return [
        [shape.x1, shape.y1],
        [shape.x2, shape.y2],
      ]
    case 'text': {
      const size = textWidth(shape.text)
      const start = { start: shape.x, middle: shape.x - size / 2, end: shape.x - size }[shape.anchor]
      return [
        [start, shape.y],
        [start + size, shape.y],
      ]
    }
    case 'path':
      return pointsOf(shape.d)
  }
}

/** The points that a path goes through. An arc's last two numbers are its end. */
function pointsOf(d: string): [number, number][] {
  return [...d.matchAll(/[MLA]([^MLAZ]+)/g)].map(([, numbers = '']) => {
    const [x = 0, y = 0] = numbers.trim().split(' ').map(Number).slice(-2)
    return [x, y]
  })
}

function overlaps(rects: ReturnType<typeof rectsOf>): unknown[] {
  return rects.flatMap((a, index) =>
    rects
      .slice(index + 1)
      .filter(
        (b) =>
          a.x + a.width > b.x + SLACK &&
          b.x + b.width > a.x + SLACK &&
          a.y + a.height > b.y + SLACK &&
          b.y + b.height > a.y + SLACK,
      )
      .map((b) => [a, b]),
  )
}
