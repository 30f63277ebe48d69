// The fields of forms are made once for all requests, and the currency comes from the environment, which is the same
// in all of them. So it is kept for the isolate.
let currency = 'USD'

/** The one currency of all amounts that people type, as an ISO 4217 code. */
export function platformCurrency(): string {
  return currency
}

/** Called with the environment of each request. */
export function setPlatformCurrency(code: string): void {
  currency = code
}
