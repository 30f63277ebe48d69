import { component } from './component.ts'

/** "Use template" fills in the text of the chosen template, which can then be edited. Own words come after it. */
export const reasonTemplate = () =>
  component({
    use() {
      const { templates } = this.$refs
      const area = this.$root.querySelector('textarea')
      if (!(templates instanceof HTMLSelectElement) || !area) return
      const text = document.querySelector(`#reason-texts [data-template="${templates.value}"]`)?.textContent
      if (!text) {
        templates.focus()
        return
      }
      area.value = [text, area.value.trim()].filter((part) => part !== '').join('\n\n')
      // The text has it now, so it must not be sent again.
      templates.value = ''
      // The counter below the text listens.
      area.dispatchEvent(new Event('input', { bubbles: true }))
      area.focus()
    },
  })
