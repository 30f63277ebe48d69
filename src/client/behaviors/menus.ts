/** Closes an open menu on a click outside and on Escape. A `<details>` does not do that by itself. */
export function closeMenus(): void {
  document.addEventListener('click', (event) => {
    const { target } = event
    for (const menu of openMenus()) {
      if (target instanceof Node && !menu.contains(target)) menu.open = false
    }
  })

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of openMenus()) {
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
  })
}

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')
