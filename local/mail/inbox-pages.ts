import { html } from 'hono/html'
import { type Html, htmlPage } from '../servers/page.ts'
import { linked } from './linked.ts'
import { addressOf, type Mail, recipients } from './mail.ts'
import type { Text } from './texts.ts'

const secondsBetweenRefreshes = 5

interface ListProps {
  readonly mails: readonly Mail[]
  readonly texts: readonly Text[]
  /** Recipients to filter by. */
  readonly people: readonly string[]
  readonly to: string
  readonly refreshes: boolean
}

export function listPage({ mails, texts, people, to, refreshes }: ListProps) {
  const href = (person: string, refresh: boolean) => {
    const query = new URLSearchParams({ ...(person && { to: person }), ...(!refresh && { refresh: 'off' }) })
    return query.size > 0 ? `/?${query}` : '/'
  }
  const content = html`
    <header>
      <h1>Inbox</h1>
      <p>Every e-mail, Google Chat message and SMS from Parley on this machine lands here. Nothing is actually sent.</p>
      <div class="actions">
        <a href="${href(to, !refreshes)}">${refreshes ? 'Stop refreshing' : 'Start refreshing'}</a>
        <form method="post" action="/messages/deletion"><button>Clear inbox</button></form>
      </div>
    </header>
    ${
      people.length > 0 &&
      html`<nav aria-label="Recipients">
        <a href="${href('', refreshes)}" ${to === '' ? html`aria-current="true"` : ''}>Everyone</a>
        ${people.map(
          (person) =>
            html`<a href="${href(person, refreshes)}" ${person === to ? html`aria-current="true"` : ''}>${person}</a>`,
        )}
      </nav>`
    }
    ${
      mails.length === 0
        ? html`<p class="empty">${to ? `No e-mails for ${to} yet.` : 'No e-mails yet.'}</p>`
        : html`<ol class="mails">${mails.map(listItem)}</ol>`
    }
    ${texts.length > 0 && html`<h2>Google Chat and SMS</h2><ol class="mails">${texts.map(textItem)}</ol>`}`
  const title = mails.length > 0 ? `Inbox (${mails.length})` : 'Inbox'
  return page(title, content, refreshes ? secondsBetweenRefreshes : null)
}

function listItem(mail: Mail) {
  return html`<li>
    <a href="/messages/${mail.id}">${mail.subject}</a>
    <span class="who">${mail.to.join(', ')}</span>
    ${time(mail.at)}
  </li>`
}

function textItem({ channel, to, text, at }: Text) {
  return html`<li>
    <span>${linked(text)}</span>
    <span class="who">${channel === 'sms' ? 'SMS to' : 'Google Chat, space'} ${to}</span>
    ${time(at)}
  </li>`
}

/** `hasWebhook`: whether the app can be told that the mail bounced. */
export function mailPage(mail: Mail, hasWebhook: boolean) {
  const lines: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Reply to', mail.replyTo.join(', ')],
    ...Object.entries(mail.headers),
  ]
  const [first = ''] = recipients(mail)
  const content = html`
    <header>
      <p><a href="/">Inbox</a> / <a href="/?to=${encodeURIComponent(first)}">${first}</a></p>
      <h1>${mail.subject}</h1>
      <p>${time(mail.at)}</p>
      <div class="actions">
        ${mail.headers['List-Unsubscribe-Post'] && button(mail, 'unsubscribe', 'Unsubscribe')}
        ${hasWebhook && [button(mail, 'bounced', 'Let it bounce'), button(mail, 'complained', 'Report as spam')]}
      </div>
    </header>
    <dl>${lines
      .filter(([, value]) => value !== '')
      .map(([name, value]) => html`<div><dt>${name}</dt><dd>${linked(value)}</dd></div>`)}</dl>
    ${mail.attachments.length > 0 && html`<h2>Attachments</h2><ul>${mail.attachments.map((_, index) => attachment(mail, index))}</ul>`}
    ${
      mail.html !== null &&
      html`<h2>HTML</h2>
        <iframe title="The HTML part" src="/messages/${mail.id}/html"
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>`
    }
    ${mail.text !== null && html`<h2>Text</h2><pre>${linked(mail.text)}</pre>`}`
  return page(`${mail.subject} · ${addressOf(first)}`, content, null)
}

function button(mail: Mail, action: string, label: string) {
  return html`<form method="post" action="/messages/${mail.id}/${action}"><button>${label}</button></form>`
}

export function answerPage(answer: string) {
  return page(answer, html`<header><h1>${answer}</h1></header><p><a href="/">Go to the inbox</a></p>`, null)
}

function attachment(mail: Mail, index: number) {
  const one = mail.attachments[index]
  return (
    one &&
    html`<li><a href="/messages/${mail.id}/attachments/${index}" download>${one.filename}</a>
      (${one.contentType}, ${one.content.length.toLocaleString('en')} bytes)</li>`
  )
}

export function notFoundPage() {
  const content = html`<header><h1>E-mail not found</h1></header>
    <p class="empty">It was deleted, or Parley was restarted. <a href="/">Go to the inbox</a></p>`
  return page('E-mail not found', content, null)
}

function time(at: number) {
  const exact = new Date(at).toISOString()
  const local = new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })
  return html`<time datetime="${exact}" title="${exact}">${local}</time>`
}

function page(title: string, content: Html, refresh: number | null): Html {
  return htmlPage({ title, content, refresh }, ['/inbox.css'])
}
