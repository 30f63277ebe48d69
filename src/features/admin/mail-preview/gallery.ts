import { routes } from '../../../routes.ts'
import { DAY } from '../../../shared/time.ts'
import { dateTime, facts, paragraph, quote, timeLeftUntil } from '../../notifications/email/blocks.ts'
import type { Sample } from './samples.ts'

/** Every block that an e-mail can be made of, for whoever changes how they look. */
export function galleryAt(now: number): Sample {
  const path = routes.adRequests.index.href()
  const request = (name: string, sponsor: string, amount: string, days: number) => [
    { text: name, path: routes.adRequests.show.href({ adRequestId: days }) },
    { text: sponsor },
    { text: amount },
    { text: [timeLeftUntil(now + days * DAY)] },
  ]
  return {
    title: 'Every block of an e-mail',
    subject: 'This is how every block looks',
    body: [
      paragraph('A paragraph with a moment: ', dateTime(now + DAY), ' (', timeLeftUntil(now + DAY), ').'),
      { kind: 'heading', text: 'A heading' },
      {
        kind: 'figures',
        items: [
          { label: 'Requests sent', value: '24', change: '6 more than in October' },
          { label: 'Accepted', value: '9', change: '38%' },
          { label: 'Committed', value: '$12,400', change: '$7,600 left' },
        ],
      },
      {
        kind: 'figures',
        items: [
          { label: 'Campaigns', value: '4' },
          { label: 'Influencers', value: '31' },
          { label: 'Reach agreed', value: '1.2M', change: 'up 12%' },
          { label: 'Response time', value: '19 h' },
        ],
      },
      {
        kind: 'table',
        caption: 'A table of four columns',
        columns: [
          { label: 'Campaign', align: 'start' },
          { label: 'Sponsor', align: 'start' },
          { label: 'Amount', align: 'end' },
          { label: 'Time', align: 'end' },
        ],
        rows: [
          request('Autumn Trail Boots', 'Northway Outdoor', '$1,450.00', 2),
          request('מגפי סתיו', 'חנות הטיולים', '$900.00', 4),
          request(
            'Winter Layers for long, cold and dark days',
            'Fjell & Skog Friluftsutrustning AB',
            '$12,000.00',
            6,
          ),
        ],
      },
      {
        kind: 'table',
        caption: 'A table of three columns',
        columns: [
          { label: 'Campaign', align: 'start' },
          { label: 'Accepted', align: 'end' },
          { label: 'Committed', align: 'end' },
        ],
        rows: [
          [{ text: 'Autumn Trail Boots' }, { text: '6' }, { text: '$8,200.00' }],
          [{ text: 'Winter Layers' }, { text: '3' }, { text: '$4,200.00' }],
        ],
      },
      {
        kind: 'bars',
        caption: 'Bars: requests by state',
        items: [
          { label: 'Accepted', value: 9, text: '9' },
          { label: 'Rejected', value: 5, text: '5' },
          { label: 'Waiting', value: 10, text: '10' },
          { label: 'Expired', value: 0, text: '0' },
        ],
      },
      facts([
        { label: 'A fact', value: 'With its value' },
        { label: 'A fact that has changed', value: '$1,450.00', was: '$1,200.00' },
      ]),
      ...quote('دانا', 'نحب سلسلتك عن المشي في الجبال.\n\nهل تأخذين أحذيتنا معك؟'),
      { kind: 'button', label: 'One more thing to do', path },
      { kind: 'paragraph', text: 'A note in small letters.', isNote: true },
    ],
    action: { label: 'The main thing to do' },
    path,
  }
}
