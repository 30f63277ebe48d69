/** Resend's way to say no: the HTTP status, its name for the kind, and words. */
export class Refusal extends Error {
  readonly statusCode: 400 | 401 | 403 | 409 | 413 | 422
  readonly kind: string

  constructor(statusCode: Refusal['statusCode'], kind: string, message: string) {
    super(message)
    this.statusCode = statusCode
    this.kind = kind
  }

  toJSON() {
    return { statusCode: this.statusCode, name: this.kind, message: this.message }
  }
}
