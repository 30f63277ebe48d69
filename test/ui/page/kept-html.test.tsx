import { expect, it } from 'vitest'
import { isolateHtml } from '../../../src/shared/text/isolate-html.ts'
import { keptHtml, memo } from '../../../src/ui/page/kept-html.ts'

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

it('keeps the 200 of a thing that were used last, because anybody can choose the keys', () => {
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
  expect([show(200), show(0), show(1)]).toEqual(['200 201', '0 1', '1 202'])
})

it('shows what JSX shows: nothing for null, text as text, and all of several parts', () => {
  const kept = keptHtml()
  const Nothing = memo(() => null)
  const all = [<Nothing />, kept(list, 'text', () => 'A & B'), kept(list, 'parts', () => [<b>1</b>, null, 2])]
  expect(all.map(String)).toEqual(['', 'A &amp; B', '<b>1</b>2'])
})

it('a component with the same props is rendered once', () => {
  let rendered = 0
  const Greeting = memo(({ name, isNew }: { name: string; isNew?: boolean }) => {
    rendered += 1
    return <p title={isNew ? 'New' : undefined}>{name} & co.</p>
  })
  const show = () => String(<Greeting name="<Mara>" />)
  expect([show(), show(), String(<Greeting name="<Mara>" isNew />)]).toEqual([
    '<p>&lt;Mara&gt; &amp; co.</p>',
    '<p>&lt;Mara&gt; &amp; co.</p>',
    '<p title="New">&lt;Mara&gt; &amp; co.</p>',
  ])
  expect(rendered).toBe(2)
})

it('writes what is beyond Latin-1 as references, so that V8 needs one byte for each character of a page', () => {
  const kept = keptHtml()
  const show = () => String(kept(list, 'names', () => <p title="Łódź…">Åsa, 佐藤, 🦊</p>))
  const html = '<p title="&#321;ód&#378;&#8230;">Åsa, &#20304;&#34276;, &#129418;</p>'
  expect([show(), show()]).toEqual([html, html])
})

it('isolates words from right to left, which the page then no longer looks for', () => {
  const kept = keptHtml()
  const show = () => String(kept(list, 'names', () => <p title="Invite מרה">Åsa, 佐藤, מרה</p>))
  const name = '&#1502;&#1512;&#1492;'
  const html = `<p title="Invite &#8296;${name}&#8297;">Åsa, &#20304;&#34276;, <bdi>${name}</bdi></p>`
  expect([show(), show()]).toEqual([html, html])
  expect(isolateHtml(html)).toBe(html)
})

function inP(html: string): string {
  return `<p>${html}</p>`
}
