import { Card } from '../../../ui/page/card.tsx'

/** The page's whole address, to take along; with JavaScript it is copied by a press, and the page printed. */
export const ShareCard = ({ address }: { address: string }) => (
  <Card eyebrow="Link to share">
    <div x-data="share">
      <a class="address" href={address} x-ref="address">
        {address}
      </a>
      <div class="actions" x-cloak="">
        <button type="button" class="btn btn-outline btn-sm" x-on:click="copy">
          Copy the link
        </button>
        <button type="button" class="btn btn-quiet btn-sm" x-on:click="print">
          Print
        </button>
        <span class="secondary small" role="status" x-text="status" />
      </div>
    </div>
  </Card>
)
