import type { AxeRules } from './page-checks.ts'

/** A kind of browser. */
export interface Variant {
  readonly variant: string
  readonly javaScript: boolean
  readonly width: 360 | 1280
  readonly scheme: 'light' | 'dark'
  /** Whether the person has no mouse: links, buttons and fields are reached with Tab. */
  readonly keyboardOnly?: true
  /** Checked by `checkPage`. `every-page` checks everything on every page. */
  readonly axe: AxeRules
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

export const keyboardDesk: Variant = {
  variant: 'keyboard',
  javaScript: true,
  width: 1280,
  scheme: 'dark',
  keyboardOnly: true,
  axe: 'nothing',
}

/** JavaScript on and off at both widths, each once in light and once in dark. */
export const variants: readonly Variant[] = [desk, phone, plainDesk, plainPhone]
