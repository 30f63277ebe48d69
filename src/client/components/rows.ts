import { component } from './component.ts'

let added = 0

/** Adds and removes rows of fields. */
export const rows = () =>
  component({
    size: 0,

    init() {
      this.recount()
    },

    add() {
      const { list } = this.$refs
      if (!list) return
      appendRow(list)
      this.recount()
      list.lastElementChild?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    },

    remove(event: Event) {
      const row = event.target instanceof Element ? event.target.closest('.rows-row') : null
      const neighbor = row?.nextElementSibling ?? row?.previousElementSibling
      row?.remove()
      this.recount()
      const focusNext = neighbor?.querySelector<HTMLElement>('input, select, textarea') ?? this.$refs.add
      focusNext?.focus()
    },

    recount() {
      this.size = this.$refs.list?.childElementCount ?? 0
    },

    get full(): boolean {
      return this.size >= Number(this.$root.dataset.max)
    },
  })

/** Adds a blank row to a list of rows. Its template is next to it. */
export function appendRow(list: HTMLElement): void {
  const blank = list.nextElementSibling
  if (!(blank instanceof HTMLTemplateElement)) return
  const row = document.importNode(blank.content, true)
  numberIds(row)
  list.append(row)
}

// Ids must be unique, and labels and descriptions refer to them.
function numberIds(row: DocumentFragment): void {
  added += 1
  for (const element of row.querySelectorAll('*')) {
    for (const attribute of element.attributes) {
      attribute.value = attribute.value.replaceAll('__n__', `new${added}`)
    }
  }
}
