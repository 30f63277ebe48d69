import { component } from './component.ts'

/** Counts down the characters left in a text area. Nothing is cut off: the server refuses text that is too long. */
export const counter = () =>
  component({
    left: 0,

    init() {
      this.count()
    },

    count() {
      const { area } = this.$refs
      const typed = area instanceof HTMLTextAreaElement ? area.value.length : 0
      this.left = Number(this.$root.dataset.limit) - typed
    },

    get text(): string {
      const size = Math.abs(this.left).toLocaleString('en')
      const noun = Math.abs(this.left) === 1 ? 'character' : 'characters'
      return this.left < 0 ? `${size} ${noun} too many` : `${size} ${noun} left`
    },

    get tone(): string {
      return this.left < 0 ? 'is-over' : ''
    },
  })
