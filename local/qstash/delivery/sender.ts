import type { Clock } from '../clock.ts'
import type { DeliveryResponse, Message } from '../store/documents.ts'
import { attempt } from './attempt.ts'
import { deliveryHeaders } from './delivery-headers.ts'
import { sign } from './signature.ts'
import type { SigningKeys } from './signing-keys.ts'

interface Context {
  readonly keys: SigningKeys
  readonly clock: Clock
  /** Ends the deliveries that are on their way. */
  readonly signal: AbortSignal
}

/** Delivers messages, signed with the current key. */
export function sender({ keys, clock, signal }: Context) {
  return (message: Message): Promise<DeliveryResponse> => {
    const { url, method, timeout } = message
    const body = Buffer.from(message.body, 'base64')
    const signature = sign({ url, body, key: keys.current, at: Date.now() })
    const pretendedNow = clock.isMoved ? clock.now() : null
    return attempt({
      url,
      method,
      headers: deliveryHeaders(message, { signature, pretendedNow }),
      body,
      timeout,
      signal,
    })
  }
}
