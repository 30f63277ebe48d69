import { component } from './component.ts'

/**
 * Shows or hides a password. It is hidden again before its form is sent and when the page is left: a browser would
 * remember a shown one as ordinary text, and suggest it in other fields.
 */
export const reveal = () =>
  component({
    shown: false,

    toggle() {
      this.shown = !this.shown
      this.$refs.box?.setAttribute('type', this.shown ? 'text' : 'password')
    },

    hide() {
      this.shown = false
      this.$refs.box?.setAttribute('type', 'password')
    },

    get pressed(): string {
      return String(this.shown)
    },
  })
