/** Closes an open menu by a press elsewhere and by Escape, which a bare `<details>` does not. */
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
