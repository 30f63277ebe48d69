import { addressOf, type Mail, recipients } from './mail.ts'

const kept = 1_000

/** What was sent since the start or the last clearing, newest first; the oldest go beyond a thousand. */
export class Inbox {
  #mails: Mail[] = []

  add(mail: Mail): void {
    this.#mails.unshift(mail)
    this.#mails.length = Math.min(this.#mails.length, kept)
  }

  all(): readonly Mail[] {
    return [...this.#mails]
  }

  /** Those that went to this address, in copy or not; all of them when it is empty. */
  to(person: string): readonly Mail[] {
    const address = addressOf(person)
    return address === '' ? this.all() : this.#mails.filter((mail) => recipients(mail).includes(address))
  }

  find(id: string): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id)
  }

  clear(): void {
    this.#mails = []
  }
}
