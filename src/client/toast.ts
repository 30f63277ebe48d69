import { component } from './component.ts'

const readingTime = 7_000

/** Goes after a while, unless it must stay, or somebody points at it or has the focus in it. */
export const toast = () =>
  component({
    init() {
      if (!this.$root.dataset.stays) this.leaveLater()
    },

    leaveLater() {
      setTimeout(() => {
        if (this.$root.matches(':hover, :focus-within')) this.leaveLater()
        else this.dismiss()
      }, readingTime)
    },

    dismiss() {
      this.$root.remove()
    },
  })
