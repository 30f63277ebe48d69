import { component } from './component.ts'

const VISIBLE_MS = 7_000

/** Disappears after a while, unless it has to stay, the pointer is over it or it has the focus. */
export const toast = () =>
  component({
    init() {
      if (!this.$root.dataset.stays) this.dismissLater()
    },

    dismissLater() {
      setTimeout(() => {
        if (this.$root.matches(':hover, :focus-within')) this.dismissLater()
        else this.dismiss()
      }, VISIBLE_MS)
    },

    dismiss() {
      this.$root.remove()
    },
  })
