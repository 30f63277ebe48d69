import { keptHtml } from '../page/kept-html.ts'

type Props = { list: { readonly searchLabel?: string; readonly bulk?: unknown } }

/** The keys of a list. They need JavaScript. */
export const KeyboardHelp = ({ list }: Props) => keptHelp(list, '', () => helpOf(list))

const keptHelp = keptHtml()

const helpOf = (list: Props['list']) => (
  <details class="keyboard-help needs-script">
    <summary>Keyboard</summary>
    <dl>
      {list.searchLabel === undefined ? null : <Key keys={['/']}>Go to the search field</Key>}
      <Key keys={['↓', '↑']}>Next or previous row, from the search field or a row</Key>
      {list.bulk ? <Key keys={['Space']}>Select the row</Key> : null}
      <Key keys={['Enter']}>Open the row</Key>
      <Key keys={['Esc']}>Leave the rows</Key>
    </dl>
  </details>
)

const Key = ({ keys, children }: { keys: readonly string[]; children: string }) => (
  <div>
    <dt>
      {keys.map((key) => (
        <kbd>{key}</kbd>
      ))}
    </dt>
    <dd>{children}</dd>
  </div>
)
