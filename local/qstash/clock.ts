/**
 * The clock of the stand-in: the real time plus an offset. Developers move it to see what will happen later. All times
 * are milliseconds UTC.
 */
export class Clock {
  readonly #real: () => number
  readonly #save: (offset: number) => void
  #offset: number

  /** `save` is called with each new offset. */
  constructor(real: () => number, offset: number, save: (offset: number) => void) {
    this.#real = real
    this.#offset = offset
    this.#save = save
  }

  now(): number {
    return this.#real() + this.#offset
  }

  /** Whether it differs from the real time. */
  get isMoved(): boolean {
    return this.#offset !== 0
  }

  /** Sets the time. From there it continues at the normal speed. */
  setTo(moment: number): void {
    this.#setOffset(moment - this.#real())
  }

  /** Back to the real time. */
  reset(): void {
    this.#setOffset(0)
  }

  #setOffset(offset: number): void {
    if (offset === this.#offset) return
    this.#offset = offset
    this.#save(offset)
  }
}
