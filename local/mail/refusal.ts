/** An error response of Resend: the HTTP status, Resend's name for the error, and a message. */
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
