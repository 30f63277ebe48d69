import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { committedOf, dayIn, signIn, signUp } from './stage/cast.ts'
import { followMail } from './stage/inbox.ts'
import type { Player } from './stage/player.ts'
import { admin, type Stage, startStage } from './stage/stage.ts'
import { variants } from './stage/variants.ts'

let stage: Stage
beforeAll(async () => {
  stage = await startStage()
})
afterEach(() => expect(stage.troubles()).toEqual([]))
afterAll(() => stage.close())

// Each test goes on where the one before it ended, as one afternoon at Parley.
describe.each(variants)('$variant: the main job', ({ variant, ...rest }) => {
  const campaign = `Autumn Trail Boots ${variant}`
  const northway = { username: `northway.${variant}`, email: `hello@northway-${variant}.example` }
  const mara = { username: `mara.${variant}`, email: `mara@${variant}.example` }
  const jonas = { username: `jonas.${variant}`, email: `jonas@${variant}.example` }
  let sponsor: Player
  let keeper: Player
  let influencer: Player
  let second: Player

  beforeAll(async () => {
    const enter = () => stage.player({ variant, ...rest })
    ;[sponsor, keeper, influencer, second] = [await enter(), await enter(), await enter(), await enter()]
  })
  afterAll(async () => {
    for (const player of [sponsor, keeper, influencer, second]) await player.leave()
  })

  test('a sponsor signs up and waits; nothing else is open to it', async () => {
    await sponsor.open('/')
    await sponsor.looks('01-first-page')
    await sponsor.follow('Sign up')
    await sponsor.looks('02-which-account')
    await signUp(sponsor, 'sponsor', {
      Username: northway.username,
      'E-mail': northway.email,
      'Company, or your own name': 'Northway Outdor',
      Industry: 'Outdoor gear',
      'Yearly budget': '250000',
      About: 'Boots that last ten winters.',
    })
    await sponsor.sees('An admin looks at your account', 'Northway Outdor', '$250,000')
    await sponsor.looks('03-waiting')
    for (const path of ['/home', '/campaigns/new', '/influencers', '/ad-requests', '/notices']) {
      await sponsor.open(path)
      expect(sponsor.at).toBe('/waiting')
    }
  })

  test('an admin rejects it with a reason; it reads the mail, corrects and sends again', async () => {
    await keeper.open('/sign-in')
    await keeper.looks('04-sign-in')
    await signIn(keeper, admin.username, admin.password)
    await keeper.goTo('Sponsors')
    await keeper.looks('05-sponsors-waiting')
    await keeper.unfold('Reject…')
    await keeper.submit('Reject', { Reason: 'The name of your company has a typing error.' })
    await keeper.sees('Rejected. The sponsor has been told why.')

    await followMail(stage.app, sponsor, northway.email, 'not approved')
    await sponsor.sees('The name of your company has a typing error.')
    await sponsor.looks('06-rejected')
    await sponsor.follow('Correct it')
    await sponsor.submit('Save', { 'Company, or your own name': 'Northway Outdoor' })
    await sponsor.open('/waiting')
    await sponsor.press('Send again')
    await sponsor.sees('An admin looks at your account', 'Northway Outdoor')
  })

  test('the admin approves it; the link in the mail leads there after signing in', async () => {
    await keeper.goTo('Sponsors')
    await keeper.press('Approve Northway Outdoor')
    await keeper.sees('Approved. The sponsor has been told.')

    await sponsor.open('/waiting')
    await sponsor.unfold('Your account')
    await sponsor.press('Sign out')
    await followMail(stage.app, sponsor, northway.email, 'approved')
    expect(sponsor.at).toContain('/sign-in')
    await signIn(sponsor, northway.email)
    expect(sponsor.at).toBe('/campaigns/new')
    await sponsor.looks('07-sponsor-home-empty')
  })

  test('it drafts a campaign, sees what is missing, publishes it and ticks a goal off', async () => {
    await sponsor.goTo('Campaigns')
    await sponsor.follow('New campaign')
    await sponsor.submit('Save the draft', { Name: campaign, Goals: '10 honest reviews\n100,000 views' })
    await sponsor.sees('Missing before it can be published', 'brief', 'end date', 'budget')
    await sponsor.looks('08-draft')

    await sponsor.follow('Complete the brief')
    await sponsor.looks('09-campaign-form')
    await sponsor.submit('Save', {
      Brief: 'Walk them in and tell us what you think.',
      Category: 'Outdoors',
      Niche: 'Hiking',
      Instagram: true,
      What: 'reel',
      'Start date': dayIn(0),
      'End date': dayIn(40),
      Budget: '5000',
      Public: true,
    })
    await sponsor.press('Publish')
    await sponsor.sees('Published.', 'This campaign runs')
    await sponsor.press('Reached: 10 honest reviews')
    await sponsor.sees('1 of 2 goals reached')
    await sponsor.looks('10-campaign')
  })

  test('an influencer signs up, adds a channel and a price, and has a public page', async () => {
    await signUp(influencer, 'influencer', {
      Username: mara.username,
      Name: `Mara Lindqvist ${variant}`,
      'E-mail': mara.email,
      Category: 'Outdoors',
      Niche: 'Hiking',
      Bio: 'Long walks, honest boots.',
      Country: 'Sweden',
      'Time zone': 'Stockholm',
    })
    await influencer.looks('11-influencer-home-empty')
    await addChannel(influencer)
    await influencer.looks('12-channels')
    await influencer.follow('Rate card')
    await influencer.submit('Add the price', { For: 'One reel', Price: '1,200.00', Takes: '7' })
    await influencer.looks('13-rate-card')

    await influencer.unfold('Your account')
    await influencer.follow('Public page')
    await influencer.sees('40,000', '4.5%', '$1,200')
    await influencer.looks('14-public-page')
  })

  test('the sponsor finds it and invites it', async () => {
    await sponsor.goTo('Influencers')
    await sponsor.submit('Search', { 'Name or username': mara.username })
  })

  async function addChannel(player: Player) {
    await player.unfold('Your account')
    await player.follow('Channels')
    await player.submit('Add the channel', {
      Platform: 'Instagram',
      Handle: 'mara.walks',
      Address: 'https://instagram.com/mara.walks',
      Followers: '80000',
      'Posts in the last 30 days': '4',
      Views: '30,000',
      Likes: '3200',
      Comments: '400',
      'Figures of': dayIn(-3),
    })
  }
  void committedOf
  void jonas
})
