import type { Env } from '../../env.ts'
import { type Failure, oneLine, post, type Sending } from './post.ts'

export interface ChatMessage {
  /** The webhook of the recipient's space, as `parseChatWebhook` returned it. */
  readonly webhook: string
  readonly title: string
  /** The full URL of the page that it is about. */
  readonly href: string
  /** Google's `requestId`: requests with the same one make only one message. */
  readonly key: string
}

export interface Chat {
  /** Never throws. */
  send(message: ChatMessage): Promise<Sending>
}

const GOOGLE = 'https://chat.googleapis.com'

/** Posts to people's own spaces by their incoming webhooks. Null if the platform has switched it off. */
export function openChat({ GOOGLE_CHAT_API_URL: base }: Pick<Env, 'GOOGLE_CHAT_API_URL'>): Chat | null {
  if (base === 'off') return null
  return {
    async send({ webhook, title, href, key }) {
      const known = parseChatWebhook(webhook)
      if (known === null) return notGoogles
      const url = new URL(known.slice(GOOGLE.length), base)
      url.searchParams.set('requestId', key)
      const body = JSON.stringify({ text: `${plain(title)}\n${href}` })
      const headers = { 'Content-Type': 'application/json; charset=UTF-8' }
      return post({ url: url.href, headers, body }, explain)
    },
  }
}

/**
 * The webhook, rebuilt from its parts, or null if it is not one of Google Chat's. Only the space, `key` and `token` are
 * kept, so the result can lead nowhere else.
 */
export function parseChatWebhook(text: string): string | null {
  const url = URL.parse(text.trim())
  if (url === null || url.origin !== GOOGLE || url.username !== '' || url.password !== '') return null
  const space = /^\/v1\/spaces\/([\w-]{1,100})\/messages$/.exec(url.pathname)?.[1]
  const [key, token] = [url.searchParams.get('key'), url.searchParams.get('token')]
  if (!space || !key || !token) return null
  return `${GOOGLE}/v1/spaces/${space}/messages?${new URLSearchParams({ key, token })}`
}

const notGoogles: Failure = {
  failed: 'The webhook is not an address of Google Chat.',
  cause: 'message',
  retryAfter: null,
}

// `<`, `*`, `_`, `~` and backticks are Chat's markup. A name must not become a link or a mention of everybody.
function plain(text: string): string {
  return oneLine(text).replace(/[<>*_~`]/g, ' ')
}

// Each space has its own rate limit. A webhook that was deleted, or whose token is wrong, stays so.
function explain(status: number): Failure['cause'] {
  if (status === 429) return 'recipient'
  return status >= 400 && status < 500 && status !== 408 ? 'message' : 'trouble'
}
