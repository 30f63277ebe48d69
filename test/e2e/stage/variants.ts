/** With what somebody looks at Parley. */
export interface Variant {
  readonly variant: string
  readonly javaScript: boolean
  readonly width: 360 | 1280
  readonly scheme: 'light' | 'dark'
  /** Whether axe looks at each page on the way; it needs JavaScript, and time. */
  readonly axe: boolean
}

export const desk: Variant = { variant: 'desk', javaScript: true, width: 1280, scheme: 'light', axe: true }
export const phone: Variant = { variant: 'phone', javaScript: true, width: 360, scheme: 'dark', axe: false }
export const plainDesk: Variant = {
  variant: 'plain-desk',
  javaScript: false,
  width: 1280,
  scheme: 'dark',
  axe: false,
}
export const plainPhone: Variant = {
  variant: 'plain-phone',
  javaScript: false,
  width: 360,
  scheme: 'light',
  axe: false,
}

/** JavaScript on and off at both widths; each width and each way once light and once dark. */
export const variants: readonly Variant[] = [desk, phone, plainDesk, plainPhone]
