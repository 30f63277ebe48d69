/** What the events of htmx say, as far as we use it. */
interface HtmxDetail {
  readonly ctx?: {
    /** What the response will replace. */
    readonly target?: Element
    /** What sends the request. */
    readonly sourceElement?: Element
    readonly sourceEvent?: Event
    readonly response?: { readonly status?: number }
  }
  readonly history?: { type: 'push' | 'replace'; readonly path: string }
  readonly sourceElement?: Element
}

export function detailOf(event: Event): HtmxDetail {
  return event instanceof CustomEvent ? event.detail : {}
}
