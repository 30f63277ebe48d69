import { Card } from '../../../ui/page/card.tsx'
import { Address } from '../../../ui/values/address.tsx'

/** The page's full URL. With JavaScript, buttons copy it and print the page. */
export const ShareCard = ({ address }: { address: string }) => (
  <Card eyebrow="Share this page">
    <div x-data="share">
      <a class="address" href={address} x-ref="address">
        <Address of={address} />
      </a>
      <div class="actions" x-cloak="">
        <button type="button" class="btn btn-outline btn-sm" x-on:click="copy">
          Copy link
        </button>
        <button type="button" class="btn btn-quiet btn-sm" x-on:click="print">
          Print
        </button>
        <span class="secondary small" role="status" x-text="status" />
      </div>
    </div>
  </Card>
)
