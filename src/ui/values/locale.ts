import { createContext, useContext } from 'hono/jsx'

/** For whom a page is written: what money, dates and clocks on it need. Set once around every page. */
export interface Locale {
  /** Milliseconds UTC. */
  readonly now: number
  /** IANA name. */
  readonly timeZone: string
  /** ISO 4217 code of the platform's one currency. */
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
