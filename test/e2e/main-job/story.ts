import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { committedOf, dayIn, signIn, signOut, signUp } from '../stage/cast.ts'
import { followMail } from '../stage/inbox.ts'
import type { Player } from '../stage/player.ts'
import { admin, type Stage, startStage } from '../stage/stage.ts'
import type { Variant } from '../stage/variants.ts'

let stage: Stage

/** From signing up to what is agreed, by everybody and with the same browser. */
export function theMainJob(variants: readonly Variant[]) {
  beforeAll(async () => {
    stage = await startStage()
  })
  afterEach(() => expect(stage.takeTroubles()).toEqual([]))
  afterAll(() => stage.close())
  describe.each(variants)('$variant: the main job', tellStory)
}

// Each test goes on where the one before it ended, as one afternoon at Parley.
function tellStory({ variant, ...rest }: Variant) {
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
      Name: 'Northway Outdoor',
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
    await signOut(sponsor)
    await followMail(stage.app, sponsor, northway.email, 'approved')
    expect(sponsor.at).toContain('/sign-in')
    await signIn(sponsor, northway.email)
    expect(sponsor.at).toBe('/campaigns/new')
    await sponsor.looks('07-first-campaign')
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
    await influencer.unfold('Your account')
    await influencer.follow('Channels')
    await influencer.submit('Add the channel', {
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
    await influencer.looks('12-channels')
    await influencer.follow('Rate card')
    await influencer.submit('Add the price', { For: 'One reel', Price: '1,200.00', Takes: '7' })
    await influencer.looks('13-rate-card')

    await influencer.unfold('Your account')
    await influencer.follow('Public page')
    await influencer.sees('40,000', '4.5%', '$1,200')
    await influencer.looks('14-public-page')
  })

  test('the sponsor finds it and invites it; bell and mail lead to the page', async () => {
    await sponsor.goTo('Influencers')
    await sponsor.search('Search', { 'Name or username': mara.username })
    await sponsor.looks('15-influencers-found')
    await sponsor.follow('Invite Mara Lindqvist')
    await sponsor.submit('Write the offer', { 'For which campaign?': campaign }, { method: 'GET' })
    await sponsor.looks('16-invitation')
    await sponsor.submit('Send invitation', { Payment: '1000', Message: 'Would you walk these in?' })
    await sponsor.sees('Sent. You will hear as soon as there is an answer.', 'Their move')

    await influencer.open('/home')
    await influencer.sees('One thing waits for you.', 'Answer Northway Outdoor')
    await influencer.follow('Notices, 1 unread')
    await influencer.looks('17-notices')
    await influencer.press(`Northway Outdoor invites you to ${campaign}`)
    await influencer.sees('Northway Outdoor offers $1,000.00', 'Would you walk these in?')
    await signOut(influencer)
    await followMail(stage.app, influencer, mara.email, `invites you to ${campaign}`)
    await signIn(influencer, mara.username)
    await influencer.sees('Northway Outdoor offers $1,000.00')
    await influencer.looks('18-your-move')
  })

  test('they counter, edit and counter back; every change shows', async () => {
    await influencer.follow('Counter')
    await influencer.looks('19-counter')
    await influencer.submit('Send counter-offer', { Payment: '1600', Message: 'Two days of filming.' })
    await influencer.sees('You ask for $1,600.00', 'Their move')
    await influencer.follow('Edit')
    await influencer.submit('Replace the offer', { Payment: '1500' })
    await influencer.sees('You ask for $1,500.00', 'edited')

    await followMail(stage.app, sponsor, northway.email, `asks for $1,500.00 on ${campaign}`)
    await sponsor.sees('asks for $1,500.00', 'Your campaign has $5,000.00 left')
    await sponsor.follow('Counter')
    await sponsor.submit('Send counter-offer', { Payment: '1450', 'How many': '2' })
    await sponsor.sees('You offer $1,450.00', '2 reels')
    await sponsor.submit('Send message', { Message: 'That is all we can do this season.' })
    await sponsor.sees('That is all we can do this season.')
    await sponsor.looks('20-their-move')
  })

  test('the influencer accepts: both see it agreed, and the budget is committed', async () => {
    await influencer.goTo('Requests')
    await influencer.follow(campaign)
    await influencer.press('Accept offer 4')
    await influencer.sees('Agreed. The terms are fixed now.', 'Agreed on $1,450.00')
    await influencer.looks('21-agreed')

    await sponsor.goTo('Requests')
    await sponsor.follow('Agreed')
    await sponsor.looks('22-requests-agreed')
    await sponsor.follow('Mara Lindqvist')
    await sponsor.sees('Agreed on $1,450.00')
    expect(await committedOf(stage.app, campaign)).toBe(145_000)
    await sponsor.goTo('Home')
    await sponsor.sees('$1,450 of $5,000 agreed')
    await sponsor.looks('23-sponsor-home')
  })

  test('another influencer applies, the sponsor counters, the influencer accepts', async () => {
    await signUp(second, 'influencer', {
      Username: jonas.username,
      Name: `Jonas Weber ${variant}`,
      'E-mail': jonas.email,
      Category: 'Outdoors',
      Niche: 'Hiking',
    })
    await second.goTo('Campaigns')
    await second.looks('24-catalogue')
    await second.follow(campaign)
    await second.looks('25-campaign-for-influencers')
    await second.follow('Apply')
    await second.submit('Send application', { Payment: '900', Message: 'I walk there every week.' })

    await sponsor.open('/home')
    await sponsor.follow('Answer Jonas Weber')
    await sponsor.follow('Counter')
    await sponsor.submit('Send counter-offer', { Payment: '800' })
    await second.goTo('Home')
    await second.looks('26-influencer-home')
    await second.follow('Answer Northway Outdoor')
    await second.press('Accept offer 2')
    await second.sees('Agreed on $800.00')
    expect(await committedOf(stage.app, campaign)).toBe(225_000)
  })

  test('the admin sees it all', async () => {
    await keeper.goTo('Requests')
    await keeper.sees('Jonas Weber', 'Mara Lindqvist', 'Agreed')
    await keeper.goTo('People')
    await keeper.looks('27-people')
    await keeper.goTo('Home')
    await keeper.looks('28-overview')
  })
}
