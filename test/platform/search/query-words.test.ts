import { expect, it } from 'vitest'
import { wordsOf } from '../../../src/platform/search/query-words.ts'

it.each([
  ['@mara.hikes', ['mara', 'hikes']],
  ['https://www.instagram.com/mara.hikes/', ['mara', 'hikes']],
  ['https://www.instagram.com/mara.hikes/reels/?hl=en', ['mara', 'hikes']],
  ['instagram.com/mara.hikes', ['mara', 'hikes']],
  ['tiktok.com/@mara', ['mara']],
  ['https://www.tiktok.com/@mara/video/72', ['mara']],
  ['https://youtube.com/@mara', ['mara']],
  ['youtube.com/c/mara', ['mara']],
  ['https://www.linkedin.com/in/mara-lindqvist/', ['mara', 'lindqvist']],
  ['https://x.com/mara', ['mara']],
  ['https://www.twitch.tv/mara', ['mara']],
  ['https://marahikes.com', ['marahikes']],
  ['www.marahikes.com', ['marahikes']],
  ['mara.hikes', ['mara', 'hikes']],
  ['trail/running shoes', ['trail', 'running', 'shoes']],
  ['and/or', ['and', 'or']],
])('“%s” looks for %j', (query, words) => {
  expect(wordsOf(query)).toEqual(words)
})
