/** An error response of QStash: the HTTP status and a message, sent as `{"error"}`. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 404 | 412 | 429
  readonly headers: Readonly<Record<string, string>>

  constructor(status: Refusal['status'], message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}
