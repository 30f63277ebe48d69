import { expect, it } from 'vitest'
import { Select } from '../../src/ui/forms/choice.tsx'

const options = [
  { value: 'a"b', label: '<b>Bold</b> & more' },
  { label: 'R & B', options: [{ value: 'c', label: 'Ça' }] },
]
const field = { name: 'thing', label: 'Thing', options }

it('escapes its options and selects the value', () => {
  const markup = String(Select({ ...field, value: 'a"b', placeholder: 'Any' }))
  expect(markup).toContain(
    '<option value="">Any</option><option value="a&quot;b" selected="">&lt;b&gt;Bold&lt;/b&gt; &amp; more</option>' +
      '<optgroup label="R &amp; B"><option value="c">Ça</option></optgroup>',
  )
})

it('selects another value of the same options, and none that is not in them', () => {
  expect(String(Select({ ...field, value: 'c' }))).toContain('<option value="c" selected="">')
  expect(String(Select({ ...field, value: 'c' }))).not.toContain('&quot;b" selected')
  expect(String(Select({ ...field, value: '$&' }))).not.toContain('selected')
})
