import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/write.ts'
import { SEND_TIMEOUT } from '../../platform/messaging/post.ts'
import { SECOND } from '../../shared/time.ts'
import { channelKeys } from './channels.ts'
import { type Attempted, ChannelRun } from './delivery/channel-run.ts'
import type { ClaimedMessage } from './delivery/claimed-message.ts'
import { openChannels, type Senders } from './delivery/senders.ts'
import { claimDue, giveUp, mark, type Outcome } from './outbox.ts'

export interface Delivery {
  readonly db: Database
  readonly senders: Senders
  /** Milliseconds UTC. */
  readonly now: number
  /** From 0 to 1, for the jitter of retries. */
  readonly random?: () => number
}

/** What a delivery did, in messages. */
export interface Delivered {
  readonly taken: number
  readonly sent: number
  /** To be retried. */
  readonly failed: number
  /** Given up. */
  readonly dead: number
  /** Whether it stopped only because its time was over, so that more may be due. */
  readonly more: boolean
}

/** Messages of one channel that are claimed together, and whose results are written together. */
export const CHUNK = 40

/** A delivery ends after this time. */
const RUN_TIME = 10 * SECOND

/** The last send may begin at this time and still time out. */
const LAST_SEND = RUN_TIME - SEND_TIMEOUT

/**
 * Sends every message that is due, as many as fit into 10 seconds. The channels run side by side, so that one that is
 * down or has reached its rate limit does not hold up the others.
 *
 * Concurrent, repeated and interrupted deliveries send each message once: a lease keeps them apart, and e-mail and
 * Google Chat recognize a message that was sent before a crash by its key. Twilio has no such key. An SMS arrives twice
 * if the process dies between sending it and writing that down, or if Twilio's answer is lost.
 *
 * Does not throw if a message fails, only if the database does.
 */
export async function deliver({ db, senders, now, random = Math.random }: Delivery): Promise<Delivered> {
  const started = performance.now()
  const clock = { start: now, now: () => now + performance.now() - started, end: now + LAST_SEND }
  const on = openChannels(senders)
  const off = channelKeys.filter((channel) => !on.includes(channel))
  const claimed = await claimDue(db, on, now, CHUNK, giveUp(off, now))

  const running = on.map((channel) => {
    const first = claimed.filter((message) => message.channel === channel)
    const send = senders[channel]
    return send === null ? nothing : deliverChannel(db, new ChannelRun(channel, send, clock, random), first)
  })
  return sum(await allDone(running))
}

async function deliverChannel(
  db: Database,
  run: ChannelRun,
  first: readonly ClaimedMessage[],
): Promise<Delivered> {
  const totals: Delivered[] = []
  let chunk = first
  while (chunk.length > 0) {
    const attempted = await run.sendAll(chunk)
    totals.push(figuresOf(attempted))
    const marks = mark(attempted, run.now)
    if (chunk.length < CHUNK || !run.mayGoOn) {
      await write(db, marks)
      totals.push({ ...nothing, more: run.isOutOfTime && !run.isBlocked })
      break
    }
    chunk = await claimDue(db, [run.channel], run.now, CHUNK, marks)
  }
  return sum(totals)
}

const nothing: Delivered = { taken: 0, sent: 0, failed: 0, dead: 0, more: false }

function figuresOf(attempted: readonly Attempted[]): Delivered {
  const count = (isOne: (outcome: Outcome) => boolean) =>
    attempted.filter(({ outcome }) => isOne(outcome)).length
  return {
    taken: attempted.length,
    sent: count(({ kind }) => kind === 'sent'),
    failed: count((one) => one.kind === 'failed' || (one.kind === 'postponed' && one.error !== null)),
    dead: count(({ kind }) => kind === 'dead'),
    more: false,
  }
}

function sum(parts: readonly Delivered[]): Delivered {
  return parts.reduce(
    (all, part) => ({
      taken: all.taken + part.taken,
      sent: all.sent + part.sent,
      failed: all.failed + part.failed,
      dead: all.dead + part.dead,
      more: all.more || part.more,
    }),
    nothing,
  )
}

/** Waits for all, also if one fails: the others must still write down what they sent. */
async function allDone<Value>(running: readonly (Promise<Value> | Value)[]): Promise<Value[]> {
  const settled = await Promise.allSettled(running)
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}
