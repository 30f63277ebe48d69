import { TooBusy } from '../../../platform/http/errors.ts'
import { SECOND } from '../../../shared/time.ts'

/** Nobody waits longer than this for their turn. In milliseconds. */
export const LONGEST_WAIT = 8 * SECOND

/** The turns of one isolate. It holds only numbers: requests must not wait for each other's promises. */
export class Turns {
  /** When the next turn begins, in milliseconds UTC. */
  #next = 0
  /** From the beginning of one turn to the next, in milliseconds. */
  #spacing = 300

  /**
   * Runs work that keeps the whole isolate busy: one at a time, in the order of the calls, with a pause after each in
   * which other requests get on. Throws `TooBusy` if the turn would come too late.
   */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    this.expectRoom()
    const now = Date.now()
    const start = Math.max(now, this.#next)
    this.#next = start + this.#spacing
    if (start > now) await sleep(start - now)

    const began = Date.now()
    const value = await work()
    // Inside of workerd, the clock stands still until the request has waited for something.
    await sleep(0)
    this.#adapt(Date.now() - began)
    return value
  }

  /** Throws `TooBusy` if a turn that is asked for now would come too late. */
  expectRoom(): void {
    const wait = this.#next - Date.now()
    if (wait > LONGEST_WAIT) throw new TooBusy(wait)
  }

  // Work that was fast once may be slow again, so the spacing shrinks slowly.
  #adapt(took: number): void {
    this.#spacing = Math.min(Math.max(1.5 * took, 0.8 * this.#spacing, SHORTEST_SPACING), SECOND)
  }
}

const SHORTEST_SPACING = 50

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
