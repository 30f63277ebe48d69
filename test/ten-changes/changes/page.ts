import { expect } from 'vitest'
import { addAfter, type Change, create, replace } from '../change.ts'

const pages = 'src/features/marketing/pages'

export const page: Change = {
  name: 'a page',
  begin: [
    addAfter('src/routes.ts', "  about: route('/about'),", "  terms: route('/terms'),"),
    create(
      `${pages}/terms-page.tsx`,
      `import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'

export const TermsPage = () => (
  <Narrow>
    <PageHeader title="Terms of use" />
    <p>Be kind, and keep your word.</p>
  </Narrow>
)
`,
    ),
  ],
  others: [
    replace(
      `${pages}/static-pages.tsx`,
      '    isInSitemap: true,\n  },\n]',
      `    isInSitemap: true,
  },
  {
    route: routes.terms,
    title: 'Terms of use',
    description: 'What you agree to when you use Parley.',
    content: () => <TermsPage />,
    footerLabel: 'Terms',
    isInSitemap: true,
  },
]`,
    ),
    addAfter(
      `${pages}/static-pages.tsx`,
      "import { AboutPage } from './about-page.tsx'",
      "import { TermsPage } from './terms-page.tsx'",
    ),
    addAfter('test/route-table.ts', "  'GET /about': '+++++++',", "  'GET /terms': '+++++++',"),
  ],
  tests: ['test/route-table.test.ts'],

  async probe(app) {
    const visitor = app.visitor()
    await visitor.get('/')
    await visitor.click('Terms')
    expect(visitor.page.url).toBe('/terms')
    expect(visitor.sees('Be kind, and keep your word.')).toBe(true)
    expect((await visitor.get('/sitemaps/pages.xml')).html).toContain('/terms</loc>')
  },
}
