import { addressOf, type Mail, recipients } from './mail.ts'

const MAX_MAILS = 1_000

/** The last thousand e-mails since the start or the last time it was cleared, newest first. */
export class Inbox {
  #mails: Mail[] = []

  add(mail: Mail): void {
    this.#mails.unshift(mail)
    this.#mails.length = Math.min(this.#mails.length, MAX_MAILS)
  }

  all(): readonly Mail[] {
    return [...this.#mails]
  }

  /** E-mails to this address, including copies. All e-mails if it is empty. */
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
