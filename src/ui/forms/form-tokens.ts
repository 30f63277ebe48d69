import { createContext, useContext } from 'hono/jsx'

/** Where the forms of a page get their tokens. The renderer provides it. */
export interface TokenSource {
  /** Null if the form has no token. `isForVisitors`: whether visitors get one too. */
  readonly next: (isForVisitors: boolean) => string | null
}

export const TokenContext = createContext<TokenSource>({ next: () => null })

/** A new token for a form, see `Form`. */
export function useFormToken(once: boolean | undefined): string | null {
  const tokens = useContext(TokenContext)
  return once === false ? null : tokens.next(once === true)
}
