import { routes } from '../../../routes.ts'

/**
 * Where a browser goes after signing in, and after the password if a code must follow: back to the sign-in page, which leads
 * on at once. A browser that did not keep the cookie gets no further, so the page can say why.
 */
export function arrivalHref(next: string | null): string {
  return routes.signIn.href({ next, arrived: 'yes' })
}

/** The form's error for a browser that did not keep the cookie. */
export const cookiesAreOff = {
  form: 'Your browser did not keep the sign-in cookie, so you are not signed in. Allow cookies for this site, then sign in again.',
}
