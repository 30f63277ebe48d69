interface Closing {
  close(): Promise<unknown>
}

/** Everything that a benchmark has started. Closes it in the opposite order. */
export class Running {
  readonly #parts: Closing[] = []

  async add<Part extends Closing>(starting: Promise<Part>): Promise<Part> {
    const part = await starting
    this.#parts.unshift(part)
    return part
  }

  async close(): Promise<void> {
    for (const part of this.#parts.splice(0)) await part.close()
  }
}
