/** Offers only the niches of the selected category. */
export function narrowNiches(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.name === 'category') narrow(target)
  })
  // The browser restores selected values after a reload or going back.
  window.addEventListener('pageshow', () => {
    for (const category of document.querySelectorAll<HTMLSelectElement>('select[name=category]'))
      narrow(category)
  })
}

// Niches are in option groups with the labels of their categories.
function narrow(category: HTMLSelectElement): void {
  const niche = category.form?.elements.namedItem('niche')
  if (!(niche instanceof HTMLSelectElement)) return

  const chosen = category.value && category.selectedOptions[0]?.label
  for (const group of niche.querySelectorAll('optgroup')) {
    const isOther = chosen !== '' && group.label !== chosen
    // Some browsers show hidden options. Disabled ones cannot be selected.
    group.hidden = isOther
    group.disabled = isOther
    if (isOther && group.contains(niche.selectedOptions[0] ?? null)) niche.value = ''
  }
}
