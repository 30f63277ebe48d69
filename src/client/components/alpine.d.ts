declare module '@alpinejs/csp' {
  /** What Alpine adds to a component's `this`. */
  export interface Magic {
    readonly $el: HTMLElement
    readonly $root: HTMLElement
    readonly $refs: Readonly<Record<string, HTMLElement | undefined>>
    $nextTick(callback: () => void): void
  }

  const Alpine: {
    data<Members extends object>(name: string, make: () => Members): void
    start(): void
  }
  export default Alpine
}
