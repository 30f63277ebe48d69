import { component } from './component.ts'

/** Shows or hides a password. */
export const reveal = () =>
  component({
    shown: false,

    toggle() {
      this.shown = !this.shown
      this.$refs.box?.setAttribute('type', this.shown ? 'text' : 'password')
    },

    get pressed(): string {
      return String(this.shown)
    },
  })
