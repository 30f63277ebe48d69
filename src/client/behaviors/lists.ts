/** Keys and selection in lists (`ui/list`). The disclosure "Keyboard" below each list explains the keys. */
export function operateLists(): void {
  document.addEventListener('keydown', onKey)
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    const region = target.closest('.region')
    if (target.dataset.selectAll !== undefined) {
      for (const box of boxes(region)) box.checked = target.checked
    }
    if (region) showCount(region)
  })
}

function onKey(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return
  const row = target.closest<HTMLElement>('[data-list] tbody > tr')
  const isSearch = target.matches('input[type=search]')
  const isTyping = !isSearch && target.matches('input:not([type=checkbox]), select, textarea, dialog *')
  if (isTyping) return

  const search = document.querySelector<HTMLInputElement>('form.filters input[type=search]')
  let moveTo: HTMLElement | null | undefined
  if (key === '/' && !isSearch) moveTo = search
  else if (key === 'ArrowDown' && isSearch) moveTo = entryOf(document.querySelector('[data-list] tbody > tr'))
  else if (!row) return
  else if (key === 'ArrowDown') moveTo = entryOf(row.nextElementSibling)
  else if (key === 'ArrowUp')
    moveTo = row.previousElementSibling ? entryOf(row.previousElementSibling) : search
  else if (key === 'Escape') moveTo = search ?? document.getElementById('main')
  else if (key === ' ' && !target.matches('input, button, summary')) {
    const [box] = boxes(row)
    box?.click()
    if (box) event.preventDefault()
  }
  if (!moveTo) return
  event.preventDefault()
  moveTo.focus()
}

/** What gets the focus in a row: its link, so that Enter opens it and screen readers read its name. */
function entryOf(row: Element | null): HTMLElement | null {
  if (!(row instanceof HTMLElement)) return null
  const link = row.querySelector<HTMLElement>('th a')
  if (!link) row.tabIndex = -1
  return link ?? row
}

const boxes = (within: Element | null) => [
  ...(within?.querySelectorAll<HTMLInputElement>('tbody [name=selected]') ?? []),
]

function showCount(region: Element): void {
  const label = region.querySelector('[data-selected-count]')
  const all = boxes(region)
  const count = all.filter(({ checked }) => checked).length
  if (label) label.textContent = `${count} selected`
  const header = region.querySelector<HTMLInputElement>('[data-select-all]')
  if (!header) return
  header.checked = count > 0 && count === all.length
  header.indeterminate = count > 0 && count < all.length
}
