import { createContext, useContext } from 'hono/jsx'

/** What formatting money, dates and times depends on. The renderer provides it to every page. */
export interface Locale {
  /** Milliseconds UTC. */
  readonly now: number
  /** IANA name. */
  readonly timeZone: string
  /** ISO 4217 code of the platform's currency. */
  readonly currency: string
  /** For number and money formats. */
  readonly locale: string
}

export const LocaleContext = createContext<Locale>({
  now: 0,
  timeZone: 'UTC',
  currency: 'USD',
  locale: 'en-US',
})

export function useLocale(): Locale {
  return useContext(LocaleContext)
}
