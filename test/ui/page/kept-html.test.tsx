import { expect, it } from 'vitest'
import { keptHtml } from '../../../src/ui/page/kept-html.ts'

const list = { name: 'things' }
const other = { name: 'others' }

it('renders once for each key of a thing', () => {
  const kept = keptHtml()
  let rendered = 0
  const show = (thing: { name: string }, key: string) =>
    String(
      kept(thing, key, () => {
        rendered += 1
        return (
          <p>
            {thing.name} & {key}
          </p>
        )
      }),
    )
  const texts = [show(list, 'a'), show(list, 'b'), show(other, 'a'), show(list, 'a')]
  expect(texts).toEqual(['things &amp; a', 'things &amp; b', 'others &amp; a', 'things &amp; a'].map(inP))
  expect(rendered).toBe(3)
})

it('keeps at most 200 of a thing, because anybody can choose the keys', () => {
  const kept = keptHtml()
  let rendered = 0
  const show = (key: number) =>
    String(
      kept(list, String(key), () => {
        rendered += 1
        return `${key} ${rendered}`
      }),
    )
  for (let key = 0; key < 200; key += 1) show(key)
  expect([show(0), rendered]).toEqual(['0 1', 200])
  show(200)
  expect([show(200), show(0)]).toEqual(['200 201', '0 202'])
})

function inP(html: string): string {
  return `<p>${html}</p>`
}
