import { randomUUID } from 'node:crypto'
import { earliestOfLast, nextRun } from '../headers/cron.ts'
import { Refusal } from '../refusal.ts'
import type { DeliveryOptions, Schedule } from '../store/documents.ts'
import type { Broker } from './broker.ts'
import { publish, targetsOf } from './publish.ts'

export interface NewSchedule {
  /** If a schedule has this id, it is replaced, but stays paused if it is. */
  readonly id: string | null
  readonly cron: string
  readonly destination: string
  readonly options: DeliveryOptions
  readonly body: Buffer
}

/** Creates or replaces a schedule and returns its id. Throws a 400 if its destination or expression is invalid. */
export function saveSchedule(broker: Broker, { id, body, ...given }: NewSchedule): string {
  const { store, clock } = broker
  targetsOf(broker, given.destination)
  const before = id === null ? undefined : store.schedules.get(id)
  const isSameCron = before?.cron === given.cron
  const schedule = {
    id: id ?? `scd_${randomUUID().replaceAll('-', '')}`,
    ...given,
    body: body.toString('base64'),
    createdAt: before?.createdAt ?? clock.now(),
    isPaused: before?.isPaused ?? false,
    lastRun: before?.lastRun ?? null,
    lastStates: before?.lastStates ?? {},
    nextRun: isSameCron ? before.nextRun : nextRun(given.cron, clock.now()),
  }
  store.schedules.put(schedule)
  broker.wake()
  return schedule.id
}

/** Throws a 404 if there is none. */
export function findSchedule({ store }: Broker, id: string): Schedule {
  const schedule = store.schedules.get(id)
  if (schedule === undefined) throw new Refusal(404, `schedule ${id} not found`)
  return schedule
}

/** A schedule that is resumed continues with its next run; what it missed is not made up for. */
export function pauseSchedule(broker: Broker, id: string, isPaused: boolean): void {
  const schedule = findSchedule(broker, id)
  const next = isPaused ? schedule.nextRun : nextRun(schedule.cron, broker.clock.now())
  broker.store.schedules.put({ ...schedule, isPaused, nextRun: next })
  broker.wake()
}

/** Publishes the message of a schedule now, whatever its next run is. */
export function runSchedule(broker: Broker, id: string): void {
  const { store, clock } = broker
  const schedule = findSchedule(broker, id)
  const published = [
    publish(broker, {
      destination: schedule.destination,
      options: schedule.options,
      body: Buffer.from(schedule.body, 'base64'),
      scheduleId: id,
    }),
  ].flat()
  const lastStates = Object.fromEntries(published.map(({ messageId }) => [messageId, 'IN_PROGRESS'] as const))
  store.schedules.put({ ...schedule, lastRun: clock.now(), lastStates })
}

/**
 * Runs every schedule that is due once. With `oneByOne`, the next run is the one after the run that was due; otherwise
 * the first one in the future, so that runs missed while nothing was running are made up for by a single one.
 */
export function runDueSchedules(broker: Broker, { oneByOne }: { oneByOne: boolean }): void {
  const { store, clock } = broker
  const now = clock.now()
  for (const { id, cron, nextRun: due, isPaused } of store.schedules.all()) {
    if (isPaused || due === null || due > now) continue
    store.together(() => {
      try {
        runSchedule(broker, id)
      } catch (error) {
        // Its URL group is gone, or the daily quota is used up: nothing to send this time.
        if (!(error instanceof Refusal)) throw error
      }
      store.schedules.put({ ...findSchedule(broker, id), nextRun: nextRun(cron, oneByOne ? due : now) })
    })
  }
}

/** Drops all but the last `count` runs of each schedule up to `until`. */
export function skipOldRuns({ store }: Broker, count: number, until: number): void {
  for (const schedule of store.schedules.all()) {
    const first = earliestOfLast(schedule.cron, count, until)
    if (first === null || schedule.nextRun === null || schedule.nextRun >= first) continue
    store.schedules.put({ ...schedule, nextRun: first })
  }
}

/** Call this when the clock was moved back. */
export function planSchedules({ store, clock }: Broker): void {
  for (const schedule of store.schedules.all()) {
    store.schedules.put({ ...schedule, nextRun: nextRun(schedule.cron, clock.now()) })
  }
}
