import { swapInto } from '../page/region.tsx'

type Props = {
  /** The next page. Null on the last one. */
  nextHref: string | null
  /** The first page. Not given on the first page itself. */
  firstHref?: string | null | undefined
  /** The id of the region that holds list and pager. */
  region: string
  /**
   * A selector for the parent of the rows, like `tbody`. The next rows are then appended when the end of the list
   * comes near, instead of replacing the current ones.
   */
  appendTo?: string | undefined
}

/** Links to the next and the first page of a list. The browser's back button leads to the previous one. */
export const MorePager = ({ nextHref, firstHref, region, appendTo }: Props) =>
  nextHref || firstHref ? (
    <nav class="pager" aria-label="Pages">
      {firstHref ? (
        <a class="btn btn-quiet" href={firstHref} hx-get={firstHref} {...replace(region)}>
          Back to the first page
        </a>
      ) : null}
      {nextHref ? (
        <a
          id={moreId(region)}
          class="btn btn-outline"
          href={nextHref}
          rel="next"
          hx-get={nextHref}
          {...(appendTo ? append(region, appendTo) : replace(region))}
        >
          More
        </a>
      ) : (
        <span id={moreId(region)} />
      )}
    </nav>
  ) : null

const moreId = (region: string) => `${region}-more`

const replace = (region: string) => ({
  ...swapInto(region),
  'hx-swap': 'outerHTML show:top',
  'hx-push-url': 'true',
})

// Takes only the rows and the "More" link from the response. The URL stays that of the first page, so reloading
// starts there. Does nothing while another request is about to replace the region.
const append = (region: string, rows: string) => ({
  'hx-trigger': 'click, revealed rootMargin:400px',
  'hx-swap': 'none',
  'hx-select-oob': `#${region} ${rows}:beforeend:#${region} ${rows},#${moreId(region)}`,
  'hx-sync': `#${region}:drop`,
  'hx-status:5xx': 'swap:none',
})
