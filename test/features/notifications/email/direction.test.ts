import bidiFactory from 'bidi-js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invite } from '../../../support/ad-requests.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson } from '../../../support/people.ts'

const NAME = 'סער ובניו'
const CAMPAIGN = 'נעליים'
const bidi = bidiFactory()

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

it('an e-mail keeps the order of an amount beside a Hebrew name, as HTML, as text and in its subject', async () => {
  const sponsor = await makePerson(app, 'sponsor', { display_name: NAME })
  const influencer = await makePerson(app, 'influencer', { display_name: 'מרים' })
  const campaignId = await makeCampaign(app, sponsor, { name: CAMPAIGN })
  await invite(app, sponsor, influencer, campaignId)
  const mailsTo = () =>
    app.mail.messages().filter(({ to }) => to.includes(`${influencer.username}@example.com`))
  await expect.poll(mailsTo).toHaveLength(1)
  const [mail] = mailsTo()
  if (!mail) throw new Error('There is no e-mail.')

  for (const text of [mail.subject, mail.text ?? '', textOf(mail.html ?? '')]) {
    const lines = text.split('\n').filter((line) => line.includes(NAME) || line.includes(CAMPAIGN))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(fromLeftToRight(asSeen(line))).toBe(fromLeftToRight(line))
  }
  expect(mail.text).toContain('$1,200.00')
  expect(textOf(mail.html ?? '')).toContain('$1,200.00')
})

it('would see it if an amount were turned around', () => {
  const line = `${NAME}: $1,200.00`
  expect(fromLeftToRight(asSeen(line))).not.toBe(fromLeftToRight(line))
})

/** The line as it appears, from left to right. */
function asSeen(line: string): string {
  return bidi.getReorderedString(line, bidi.getEmbeddingLevels(line, 'ltr'))
}

/** What is not Hebrew, without the marks and spaces. Its order must stay. */
function fromLeftToRight(line: string): string {
  return line.replace(/[\u0590-\u05ff\u2066-\u2069\s]/g, '')
}

/** The lines of an HTML document. `<bdi>` does what the marks of isolation do in plain text. */
function textOf(html: string): string {
  return html
    .replace(/<(style|title|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<bdi[^>]*>/g, '\u2068')
    .replace(/<\/bdi>/g, '\u2069')
    .replace(/<\/?(?:strong|b|a|span|em)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
}
