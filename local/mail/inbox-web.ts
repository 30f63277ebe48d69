import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { localOnly } from '../servers/local-only.ts'
import type { Inbox } from './inbox.ts'
import { answerPage, listPage, mailPage, notFoundPage } from './inbox-pages.ts'
import { linksToTop } from './linked.ts'
import { addressOf, type Mail, recipients } from './mail.ts'
import type { Texts } from './texts.ts'
import { report, unsubscribe, type WebhookTarget } from './webhooks.ts'

const peopleShown = 30
const style = new URL('./inbox.css', import.meta.url)

/** The inbox as pages for people, and as `GET /messages.json?to=` and `GET /texts.json` for tests. */
export function inboxWeb(inbox: Inbox, texts: Texts, webhook: WebhookTarget | null): Hono {
  const web = new Hono()
  web.use(localOnly)
  web.use(async (c, next) => {
    await next()
    // The HTML part of an e-mail has its own policy.
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', pagePolicy)
    c.header('Cache-Control', 'no-store')
  })
  web.get('/', (c) => {
    const to = addressOf(c.req.query('to') ?? '')
    const people = [...new Set(inbox.all().flatMap(recipients))].slice(0, peopleShown)
    const refreshes = c.req.query('refresh') !== 'off'
    return c.html(
      listPage({ mails: inbox.to(to), texts: to === '' ? texts.all() : [], people, to, refreshes }),
    )
  })
  web.get('/inbox.css', async (c) =>
    c.body(await readFile(style, 'utf8'), 200, { 'Content-Type': 'text/css' }),
  )
  web.get('/texts.json', (c) => c.json(texts.all()))
  web.get('/messages.json', (c) => c.json(inbox.to(c.req.query('to') ?? '').map(asJson)))
  web.post('/messages/deletion', (c) => {
    inbox.clear()
    texts.clear()
    return c.redirect('/', 303)
  })
  web.get('/messages/:id', (c) => {
    const mail = inbox.find(c.req.param('id'))
    return mail ? c.html(mailPage(mail, webhook !== null)) : c.html(notFoundPage(), 404)
  })
  web.post('/messages/:id/unsubscribe', async (c) => {
    const mail = inbox.find(c.req.param('id'))
    const answer = mail && (await unsubscribe(mail))
    return answer ? c.html(answerPage(answer)) : c.html(notFoundPage(), 404)
  })
  web.post('/messages/:id/:event{bounced|complained}', async (c) => {
    const mail = inbox.find(c.req.param('id'))
    if (!mail || webhook === null) return c.html(notFoundPage(), 404)
    const event = c.req.param('event') === 'bounced' ? 'bounced' : 'complained'
    return c.html(answerPage(await report(event, mail, webhook)))
  })
  web.get('/messages/:id/html', (c) => {
    const part = inbox.find(c.req.param('id'))?.html
    if (typeof part !== 'string') return c.html(notFoundPage(), 404)
    return c.html(linksToTop(part), 200, { 'Content-Security-Policy': partPolicy })
  })
  web.get('/messages/:id/attachments/:index', (c) => {
    const one = inbox.find(c.req.param('id'))?.attachments[Number(c.req.param('index'))]
    if (one === undefined) return c.html(notFoundPage(), 404)
    return c.body(new Uint8Array(one.content), 200, {
      'Content-Type': one.contentType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(one.filename)}`,
    })
  })
  return web
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'"
const partPolicy =
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; ' +
  "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; frame-ancestors 'self'"

function asJson({ attachments, ...mail }: Mail) {
  return {
    ...mail,
    attachments: attachments.map(({ filename, contentType, content }, index) => ({
      filename,
      contentType,
      bytes: content.length,
      path: `/messages/${mail.id}/attachments/${index}`,
    })),
  }
}
