import { swapInto } from './region.tsx'

type Props = {
  /** Where the next rows are; null on the last page. */
  nextHref: string | null
  /** Where the list begins, given on every page but the first. */
  firstHref?: string | null | undefined
  /** The id of the region that holds list and pager. */
  region: string
}

/** Forward by keyset and back to the start; going back one page is the browser's own button. */
export const MorePager = ({ nextHref, firstHref, region }: Props) =>
  nextHref || firstHref ? (
    <nav class="pager" aria-label="Pages">
      {firstHref ? (
        <a class="btn btn-quiet" href={firstHref} hx-get={firstHref} {...page(region)}>
          Back to the first
        </a>
      ) : null}
      {nextHref ? (
        <a class="btn btn-outline" href={nextHref} rel="next" hx-get={nextHref} {...page(region)}>
          More
        </a>
      ) : null}
    </nav>
  ) : null

const page = (region: string) => ({
  ...swapInto(region),
  'hx-swap': 'outerHTML show:top',
  'hx-push-url': 'true',
})
