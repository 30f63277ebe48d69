import { component } from './component.ts'

/** Copies the page's URL, or prints the page. */
export const share = () =>
  component({
    status: '',

    async copy() {
      // Some browsers do not allow it, and no browser does over plain HTTP.
      try {
        await navigator.clipboard.writeText(this.$refs.address?.textContent ?? '')
        this.status = 'Copied.'
      } catch {
        this.status = "Your browser doesn't allow this. Please copy the link yourself."
      }
    },

    print() {
      window.print()
    },
  })
