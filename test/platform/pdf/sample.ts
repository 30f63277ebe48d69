import { readFile } from 'node:fs/promises'
import type { Block, PdfDocument, Table } from '../../../src/platform/pdf/document.ts'
import type { FontLoader } from '../../../src/platform/pdf/fonts/font-files.ts'
import type { Drawing } from '../../../src/shared/drawing.ts'

/** Names as people write them, by script. None of them needs a character that no font has. */
export const names = {
  latin: 'Café São Tomé & Größe',
  vietnamese: 'Đặng Thị Ngọc Ánh: Tết',
  greek: 'Καλοκαίρι στην Αθήνα',
  cyrillic: 'Осенняя распродажа',
  arabic: 'سلام محمد',
  hebrew: 'חגיגת אביב בתל אביב',
  devanagari: 'दीवाली महोत्सव',
  thai: 'สงกรานต์ที่กรุงเทพฯ',
  'simplified Chinese': '春节促销活动',
  'traditional Chinese': '春節促銷活動：臺灣',
  japanese: 'さくらキャンペーン、東京',
  korean: '서울 가을 축제',
  emoji: '🎉👍👩‍💻',
  mixed: 'Launch さくら 🎉 2026 Αθήνα',
} as const

/** A document with everything around its blocks. */
export function documentOf(blocks: readonly Block[], differences: Partial<PdfDocument> = {}): PdfDocument {
  return {
    title: 'Monthly report',
    subtitle: 'Luna Cosmetics',
    date: 'November 1, 2026',
    brand: 'Parley',
    language: 'en',
    footer: 'parley.example',
    createdAt: Date.UTC(2026, 10, 1),
    blocks,
    ...differences,
  }
}

/** A table with a row for each name. */
export function tableOf(rowNames: readonly string[], differences: Partial<Table> = {}): Table {
  return {
    kind: 'table',
    summary: 'Campaigns and their amounts',
    columns: [
      { header: 'Campaign', width: 3 },
      { header: 'Committed', width: 1, align: 'right' },
    ],
    rows: rowNames.map((name, index) => [name, `$${index + 1}.00`]),
    ...differences,
  }
}

/** A chart of each kind of shape. */
export const chart: Drawing = {
  width: 200,
  height: 100,
  title: 'Requests sent',
  description: 'Two in May, three in June.',
  shapes: [
    { kind: 'line', x1: 20, y1: 80, x2: 190, y2: 80, tone: 'axis' },
    { kind: 'rect', x: 30, y: 40, width: 20, height: 40, tone: 'series-1', title: '2' },
    { kind: 'path', d: 'M60 80L80 20L100 80Z', tone: 'series-2' },
    { kind: 'line', x1: 20, y1: 70, x2: 190, y2: 30, tone: 'series-3' },
    { kind: 'text', x: 40, y: 95, text: 'May', anchor: 'middle', tone: 'label' },
  ],
}

/** Loads the built fonts and notes which. */
export function builtFonts(): { load: FontLoader; loaded: string[] } {
  const loaded: string[] = []
  return {
    loaded,
    async load(file) {
      loaded.push(file)
      const url = new URL(`../../../static/build/fonts/${file}`, import.meta.url)
      return new Uint8Array(await readFile(url)).buffer
    },
  }
}
