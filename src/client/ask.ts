import { component } from './component.ts'

/** Moves a folded question into a real dialog, with its form, once it is asked. */
export const ask = () =>
  component({
    init() {
      if (this.$root.dataset.open) this.show()
    },

    ask(event: Event) {
      event.preventDefault()
      this.show()
    },

    show() {
      const { fold, body, dialog } = this.$refs
      if (!body || !(dialog instanceof HTMLDialogElement)) return
      dialog.append(body)
      fold?.removeAttribute('open')
      dialog.showModal()
    },

    close() {
      const { dialog } = this.$refs
      if (dialog instanceof HTMLDialogElement) dialog.close()
    },

    // A press on the backdrop arrives at the dialog itself.
    closeOutside(event: Event) {
      if (event.target === this.$refs.dialog) this.close()
    },
  })
