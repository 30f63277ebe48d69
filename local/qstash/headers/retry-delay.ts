import { Refusal } from '../refusal.ts'

const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  pow: (base = Number.NaN, exponent = Number.NaN) => base ** exponent,
  sqrt: (value = Number.NaN) => Math.sqrt(value),
  abs: (value = Number.NaN) => Math.abs(value),
  exp: (value = Number.NaN) => Math.exp(value),
  floor: (value = Number.NaN) => Math.floor(value),
  ceil: (value = Number.NaN) => Math.ceil(value),
  round: (value = Number.NaN) => Math.round(value),
  min: (...values) => Math.min(...values),
  max: (...values) => Math.max(...values),
}

/**
 * The value of an `Upstash-Retry-Delay` expression such as `max(1000, pow(2, retried) * 100)`, in milliseconds. `retried`
 * is 0 for the first retry. Throws a 400 if the expression is invalid.
 */
export function evaluateRetryDelay(expression: string, retried: number): number {
  const parser = new Parser(expression, retried)
  const value = parser.parse()
  if (!Number.isFinite(value)) throw new Refusal(400, `invalid retry delay expression: ${expression}`)
  return Math.max(0, value)
}

/** A recursive descent parser that calculates while it reads. */
class Parser {
  readonly #expression: string
  readonly #tokens: string[]
  readonly #retried: number

  constructor(expression: string, retried: number) {
    this.#expression = expression
    // The last alternative keeps unknown characters, so that they are refused.
    this.#tokens = expression.match(/\d+(?:\.\d+)?|[a-z]+|[^\s]/gi) ?? []
    this.#retried = retried
  }

  parse(): number {
    const value = this.#sum()
    if (this.#tokens.length > 0) throw this.#invalid()
    return value
  }

  #sum(): number {
    let value = this.#product()
    for (;;) {
      if (this.#take('+')) value += this.#product()
      else if (this.#take('-')) value -= this.#product()
      else return value
    }
  }

  #product(): number {
    let value = this.#factor()
    for (;;) {
      if (this.#take('*')) value *= this.#factor()
      else if (this.#take('/')) value /= this.#factor()
      else if (this.#take('%')) value %= this.#factor()
      else return value
    }
  }

  #factor(): number {
    if (this.#take('-')) return -this.#factor()
    const token = this.#tokens.shift() ?? ''
    if (token === '(') return this.#until(')', this.#sum())
    if (token === 'retried') return this.#retried
    if (/^\d/.test(token)) return Number(token)

    const call = FUNCTIONS[token]
    if (call === undefined || !this.#take('(')) throw this.#invalid()
    const values = [this.#sum()]
    while (this.#take(',')) values.push(this.#sum())
    return this.#until(')', call(...values))
  }

  #take(token: string): boolean {
    if (this.#tokens[0] !== token) return false
    this.#tokens.shift()
    return true
  }

  #until(token: string, value: number): number {
    if (!this.#take(token)) throw this.#invalid()
    return value
  }

  #invalid(): Refusal {
    return new Refusal(400, `invalid retry delay expression: ${this.#expression}`)
  }
}
