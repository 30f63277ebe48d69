import type { AxeLooksFor } from './page-checks.ts'

/** With what somebody looks at Parley. */
export interface Variant {
  readonly variant: string
  readonly javaScript: boolean
  readonly width: 360 | 1280
  readonly scheme: 'light' | 'dark'
  /** On each page on the way; `every-page.test.ts` sees to the rest. */
  readonly axe: AxeLooksFor
}

export const desk: Variant = {
  variant: 'desk',
  javaScript: true,
  width: 1280,
  scheme: 'light',
  axe: 'everything',
}
export const phone: Variant = {
  variant: 'phone',
  javaScript: true,
  width: 360,
  scheme: 'dark',
  axe: 'nothing',
}
export const plainDesk: Variant = {
  variant: 'plain-desk',
  javaScript: false,
  width: 1280,
  scheme: 'dark',
  axe: 'nothing',
}
export const plainPhone: Variant = {
  variant: 'plain-phone',
  javaScript: false,
  width: 360,
  scheme: 'light',
  axe: 'nothing',
}

/** JavaScript on and off at both widths; each width and each way once light and once dark. */
export const variants: readonly Variant[] = [desk, phone, plainDesk, plainPhone]
