import { component } from './component.ts'

/** Moves the content of a `<details>` into a `<dialog>` and opens it. */
export const confirmDialog = () =>
  component({
    init() {
      if (this.$root.dataset.open) this.show()
    },

    open(event: Event) {
      event.preventDefault()
      this.show()
    },

    show() {
      const { details, body, dialog } = this.$refs
      if (!body || !(dialog instanceof HTMLDialogElement)) return
      dialog.append(body)
      details?.removeAttribute('open')
      dialog.showModal()
    },

    close() {
      const { dialog } = this.$refs
      if (dialog instanceof HTMLDialogElement) dialog.close()
    },

    // A click on the backdrop has the dialog itself as its target.
    closeOutside(event: Event) {
      if (event.target === this.$refs.dialog) this.close()
    },
  })
