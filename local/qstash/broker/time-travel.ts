import { Refusal } from '../refusal.ts'
import type { Broker } from './broker.ts'
import type { Dispatcher } from './dispatcher.ts'
import { planSchedules, skipOldRuns } from './schedules.ts'

/** A schedule that would have run more often runs only the last hundred times. */
export const MAX_RUNS = 100
/** Ends a move in which deliveries cause new ones forever. */
const MAX_STEPS = 5_000

/** Moves the clock of the stand-in. */
export class TimeTravel {
  readonly #broker: Broker
  readonly #dispatcher: Dispatcher
  #destination: number | null = null

  constructor(broker: Broker, dispatcher: Dispatcher) {
    this.#broker = broker
    this.#dispatcher = dispatcher
  }

  /** Where the clock is being moved to right now, in milliseconds UTC, or null. */
  get destination(): number | null {
    return this.#destination
  }

  /**
   * Moves the clock forward to `moment` (milliseconds UTC). On the way it stops at everything that is due, in order,
   * and waits for the outcome. Moving back only sets the clock. Throws a 400 while it is already being moved.
   */
  async moveTo(moment: number): Promise<void> {
    if (this.#destination !== null) throw new Refusal(400, 'the clock is already being moved')
    this.#destination = moment
    try {
      await this.#dispatcher.hold(() => this.#travel(moment))
    } finally {
      this.#destination = null
    }
  }

  /** Back to the real time, without delivering anything. */
  reset(): void {
    this.#broker.clock.reset()
    planSchedules(this.#broker)
    this.#broker.wake()
  }

  async #travel(moment: number): Promise<void> {
    const { clock } = this.#broker
    if (moment < clock.now()) {
      clock.setTo(moment)
      planSchedules(this.#broker)
      return
    }
    skipOldRuns(this.#broker, MAX_RUNS, moment)
    for (let step = 0; step < MAX_STEPS; step += 1) {
      const next = this.#dispatcher.nextDue()
      if (next === null || next > moment) break
      if (next > clock.now()) clock.setTo(next)
      await this.#dispatcher.deliverDue({ oneByOne: true })
      if (this.#dispatcher.isClosed) return
    }
    if (clock.now() < moment) clock.setTo(moment)
  }
}
