import { component } from './component.ts'

/** Takes the address of a page along, or the page on paper. */
export const share = () =>
  component({
    said: '',

    async copy() {
      // Not every browser lets a page do that, and none over plain http.
      try {
        await navigator.clipboard.writeText(this.$refs.address?.textContent ?? '')
        this.said = 'Copied.'
      } catch {
        this.said = 'Your browser does not let us: please copy it by hand.'
      }
    },

    print() {
      window.print()
    },
  })
