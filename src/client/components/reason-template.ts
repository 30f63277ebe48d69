import { component } from './component.ts'

/** Fills in the text of the chosen template, which can then be edited. Words of one's own come after it. */
export const reasonTemplate = () =>
  component({
    fill() {
      const { templates } = this.$refs
      const area = this.$root.querySelector('textarea')
      if (!(templates instanceof HTMLSelectElement) || !area) return
      const text = document.querySelector(`#reason-texts [data-template="${templates.value}"]`)?.textContent
      if (!text) return
      area.value = [text, area.value.trim()].filter((part) => part !== '').join('\n\n')
      // The text has it now, so it must not be sent again.
      templates.value = ''
      // The counter below the text listens.
      area.dispatchEvent(new Event('input', { bubbles: true }))
      area.focus()
    },
  })
