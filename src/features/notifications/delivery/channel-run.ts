import type { Failure } from '../../../platform/messaging/post.ts'
import { MINUTE, SECOND } from '../../../shared/time.ts'
import type { Channel } from '../channels.ts'
import { isForSuspended } from '../notification-kinds.ts'
import type { Outcome } from '../outbox.ts'
import { unsubscribePath } from '../unsubscribe/token.ts'
import type { ClaimedMessage } from './claimed-message.ts'
import { quietUntil } from './quiet-hours.ts'
import type { OutgoingMessage, Send } from './senders.ts'

/** After this many failed attempts, a message is dead. */
export const MAX_ATTEMPTS = 8

const FIRST_RETRY_DELAY = MINUTE

/** After this many failures in a row, the channel must be down. It is left alone until the next delivery. */
const MAX_TROUBLES = 3

/** A rate limit that ends sooner is waited for. */
const MAX_WAIT = 5 * SECOND

/** Sends at once. Together six, because a Worker may have six open connections. */
const lanes: Record<Channel, number> = { email: 4, chat: 1, sms: 1 }

export interface Attempted {
  readonly message: ClaimedMessage
  readonly outcome: Outcome
}

interface Clock {
  /** When the delivery began. Milliseconds UTC, like all times here. */
  readonly start: number
  readonly now: () => number
  /** No send may begin after this. */
  readonly end: number
}

/** Milliseconds to wait after the nth failed attempt: 1 minute, doubled each time, and up to half of it more. */
export function retryDelay(attempts: number, random: number): number {
  return Math.round(FIRST_RETRY_DELAY * 2 ** (attempts - 1) * (1 + random / 2))
}

/** What one delivery does with one channel, and what it has learned about it. */
export class ChannelRun {
  readonly channel: Channel
  readonly #send: Send
  readonly #clock: Clock
  readonly #random: () => number
  #troubles = 0
  /** When the provider lets us send again. */
  #pausedUntil = 0
  /** Recipients who reached their own rate limit, with its end. */
  readonly #fullUntil = new Map<string, number>()

  constructor(channel: Channel, send: Send, clock: Clock, random: () => number) {
    this.channel = channel
    this.#send = send
    this.#clock = clock
    this.#random = random
  }

  get now(): number {
    return Math.round(this.#clock.now())
  }

  get isOutOfTime(): boolean {
    return this.now >= this.#clock.end
  }

  /** Whether it has to be left alone until the next delivery: it is down, or its rate limit lasts long. */
  get isBlocked(): boolean {
    return this.#troubles >= MAX_TROUBLES || this.#pausedUntil - this.now > MAX_WAIT
  }

  get mayGoOn(): boolean {
    return !this.isOutOfTime && !this.isBlocked
  }

  /** Sends a few at a time. What it does not come to is postponed. */
  async sendAll(messages: readonly ClaimedMessage[]): Promise<Attempted[]> {
    const attempted: Attempted[] = []
    const queue = messages.values()
    const lane = async () => {
      for (const message of queue) attempted.push({ message, outcome: await this.#isolated(message) })
    }
    await Promise.all(Array.from({ length: lanes[this.channel] }, lane))
    return attempted
  }

  // A message that breaks the code must not stop those that were claimed with it, or they would be sent twice.
  async #isolated(message: ClaimedMessage): Promise<Outcome> {
    try {
      return await this.#attempt(message)
    } catch (error) {
      return { kind: 'dead', error: String(error) }
    }
  }

  async #attempt(message: ClaimedMessage): Promise<Outcome> {
    const { address } = message
    const early = this.#withoutSending(message)
    if (early) return early
    if (address === null) return { kind: 'dead', error: noAddress[this.channel] }

    for (;;) {
      // Out of time, it is due again at once: the next delivery may be for the same moment.
      if (!this.mayGoOn) return postponed(Math.max(this.#clock.start, this.#pausedUntil), null)
      if (this.#pausedUntil > this.now) {
        await wait(this.#pausedUntil - this.now)
        continue
      }
      const sending = await this.#send(outgoing(message, address, this.now))
      if (sending === 'sent') {
        this.#troubles = 0
        return { kind: 'sent' }
      }
      if (sending.cause !== 'provider') return this.#failed(message, sending)
      this.#pausedUntil = this.now + Math.max(sending.retryAfter ?? FIRST_RETRY_DELAY, SECOND / 10)
      if (!this.mayGoOn) return postponed(this.#pausedUntil, sending.failed)
    }
  }

  #withoutSending(message: ClaimedMessage): Outcome | null {
    const { kind, attempts, address, isReachable, isClosed, quietFrom, quietTo, timeZone } = message
    if (attempts > MAX_ATTEMPTS)
      return { kind: 'dead', error: 'It was tried repeatedly, but no try ever ended.' }
    if (this.channel === 'email' && !isReachable)
      return { kind: 'dead', error: 'E-mail to this address bounced or was reported as spam.' }

    if (isClosed && !isForSuspended(kind))
      return { kind: 'dead', error: 'The account is suspended or being deleted.' }

    const full = this.#fullUntil.get(address ?? '')
    if (full !== undefined && full > this.now) return postponed(full, null)
    if (this.channel !== 'sms' || quietFrom === null || quietTo === null) return null
    const quiet = quietUntil({ from: quietFrom, to: quietTo }, timeZone, this.now)
    return quiet === null ? null : postponed(quiet, null)
  }

  #failed({ address, attempts }: ClaimedMessage, { failed: error, cause, retryAfter }: Failure): Outcome {
    if (cause === 'message') return { kind: 'dead', error }
    if (cause === 'recipient') {
      const until = this.now + Math.max(retryAfter ?? 0, retryDelay(1, this.#random()))
      this.#fullUntil.set(address ?? '', until)
      return postponed(until, error)
    }
    this.#troubles += 1
    if (attempts >= MAX_ATTEMPTS) return { kind: 'dead', error }
    const delay = Math.max(retryAfter ?? 0, retryDelay(attempts, this.#random()))
    return { kind: 'failed', error, retryAt: this.now + delay }
  }
}

function outgoing(message: ClaimedMessage, address: string, at: number): OutgoingMessage {
  const { id, createdAt, firstClaimedAt, name, timeZone, title, body, path } = message
  // With the time, because a restored or a new database counts its ids from the start again.
  const key = `outbox-${id}-${createdAt}`
  return {
    entry: message,
    address,
    name,
    timeZone,
    firstClaimedAt,
    at,
    title,
    body,
    path,
    key,
    unsubscribePath: unsubscribePath(message),
  }
}

const noAddress: Record<Channel, string> = {
  email: 'The person has no e-mail address.',
  chat: 'The person removed their Google Chat webhook.',
  sms: 'The person removed their phone number.',
}

function postponed(until: number, error: string | null): Outcome {
  return { kind: 'postponed', until, error }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
