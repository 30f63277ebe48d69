import { beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '../../../src/platform/pdf/document.ts'
import { renderPdf } from '../../../src/platform/pdf/render.ts'
import { type ReadPdf, readPdf } from './read-pdf.ts'
import { builtFonts, chart, documentOf, tableOf } from './sample.ts'

const campaigns = Array.from({ length: 80 }, (_, index) => `Campaign ${index + 1}`)

const blocks: readonly Block[] = [
  { kind: 'key-figures', figures: [{ label: 'Requests sent', value: '128', note: '+12%' }] },
  { kind: 'heading', level: 2, text: 'Campaigns' },
  {
    kind: 'paragraph',
    text: [
      { text: 'See ' },
      { text: 'all of them', href: 'https://parley.example/campaigns' },
      { text: '.' },
    ],
  },
  tableOf(campaigns, { totals: ['Total', '$3,240.00'] }),
  {
    kind: 'columns',
    columns: [[{ kind: 'drawing', drawing: chart }], [{ kind: 'paragraph', text: 'Beside' }]],
  },
  { kind: 'details', items: [{ label: 'Prepared for', value: 'Luna' }] },
  { kind: 'page-break' },
  { kind: 'paragraph', text: 'The last page' },
]

let bytes: Uint8Array
let pdf: ReadPdf

beforeAll(async () => {
  bytes = await render(blocks)
  pdf = await readPdf(bytes)
})

function render(content: readonly Block[]): Promise<Uint8Array> {
  return renderPdf(documentOf(content), builtFonts().load)
}

describe('pages', () => {
  it('are numbered, with the footer on each', () => {
    expect(pdf.pages.length).toBeGreaterThan(3)
    pdf.pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pdf.pages.length}`)
      expect(page).toContain('parley.example')
    })
  })

  it('after the first say what they belong to', () => {
    expect(pdf.pages[0]).not.toContain('Parley · Monthly report')
    expect(pdf.pages[1]).toContain('Parley · Monthly report')
  })

  it('break where the document says so', () => {
    expect(pdf.pages.at(-1)).toContain('The last page')
    expect(pdf.pages.at(-1)).not.toContain('Prepared for')
  })
})

describe('a table', () => {
  it('repeats its header on each of its pages', () => {
    for (const page of pdf.pages.filter((text) => text.includes('Campaign '))) {
      expect(page).toContain('Committed')
    }
  })

  it('has every row once, and its totals at the end, not alone', () => {
    const drawn = pdf.pages.join('\n').match(/Campaign \d+/g)
    expect(drawn).toEqual(campaigns)
    const page = pdf.pages.find((text) => text.includes('$3,240.00'))
    expect(page).toContain('Campaign 80')
  })

  it('keeps a row together that has several lines', async () => {
    const long = Array.from(
      { length: 40 },
      (_, index) => `Begin${index} ${'many words '.repeat(12)}End${index}`,
    )
    const { pages } = await readPdf(await render([tableOf(long)]))
    expect(pages.length).toBeGreaterThan(2)
    for (const index of long.keys()) {
      const withBegin = pages.findIndex((page) => page.includes(`Begin${index} `))
      expect(pages[withBegin]).toMatch(new RegExp(`End${index}\\b`))
    }
  })

  it('cuts off a cell that would fill a page', async () => {
    const { pages } = await readPdf(await render([tableOf(['word '.repeat(5000), 'Next'])]))
    expect(pages.length).toBeLessThan(3)
    expect(pages.join('')).toContain('…')
  })
})

describe('a screen reader finds', () => {
  it('the title, the language and a tagged document', () => {
    expect(pdf.info).toMatchObject({ Title: 'Monthly report', Language: 'en', Author: 'Parley' })
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('/Marked true')
    expect(text).toContain('/StructTreeRoot')
    expect(text).toContain('/DisplayDocTitle true')
  })

  it('headings, a list of figures, links', () => {
    const roles = pdf.elements.map(({ role }) => role)
    expect(roles).toEqual(
      expect.arrayContaining(['Document', 'H1', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'P', 'Link']),
    )
    expect(pdf.links).toEqual(['https://parley.example/campaigns'])
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Contents (https://parley.example/campaigns)')
  })

  it('a table whose cells have headers', () => {
    const text = Buffer.from(bytes).toString('latin1')
    expect(text.match(/\/Scope \/Column/g)).toHaveLength(2)
    expect(text.match(/\/Scope \/Row/g)).toHaveLength(campaigns.length + 1)
    expect(pdf.elements.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['THead', 'TBody', 'TFoot', 'TH', 'TD']),
    )
  })

  it('what a chart says', () => {
    const figures = pdf.elements.filter(({ role }) => role === 'Figure')
    expect(figures.map(({ alt }) => alt)).toEqual(['Requests sent. Two in May, three in June.'])
  })
})

it('the same document is the same file', async () => {
  expect(Buffer.from(await render(blocks)).equals(bytes)).toBe(true)
})
