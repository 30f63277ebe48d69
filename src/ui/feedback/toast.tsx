import type { Child } from 'hono/jsx'

export type ToastTone = 'success' | 'plain' | 'failure'

/** Says what just happened. With JavaScript it disappears by itself, unless it reports a failure. */
export const Toast = ({ tone, children }: { tone: ToastTone; children?: Child }) => (
  <div
    class={`toast toast-${tone}`}
    role={tone === 'failure' ? 'alert' : 'status'}
    x-data="toast"
    data-stays={tone === 'failure' ? 'yes' : undefined}
  >
    <span>{children}</span>
    <button type="button" class="close" aria-label="Close this message" x-cloak="" x-on:click="dismiss">
      {closeIcon}
    </button>
  </div>
)

/** A toast that comes with a fragment: htmx puts it where a full page has it. */
export const ToastFragment = (props: { tone: ToastTone; children?: Child }) => (
  <hx-partial hx-target="#flash" hx-swap="innerHTML">
    <Toast {...props} />
  </hx-partial>
)

const closeIcon = (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
    <path d="M3 3l10 10M13 3L3 13" />
  </svg>
)
