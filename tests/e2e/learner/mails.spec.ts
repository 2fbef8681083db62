import { fetchFrom } from '../setup/loopback.ts'
import { expect, test } from '../setup/test.ts'

test('a learner sees what was mailed, and says no to what is only recommended', async ({
  page,
  loginAs,
  expectAccessible,
}) => {
  await loginAs('learner')
  await page.goto('/profile')
  await page.getByRole('link', { name: 'Mejl från Samsyn' }).click()
  await expect(page.getByRole('heading', { name: 'Mejl från Samsyn', level: 1 })).toBeVisible()
  await expect(page.getByText('Utbildning: nytt att göra').first()).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Ja' })).toBeChecked()
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Nej' }).check()
  await page.getByRole('button', { name: 'Spara' }).click()
  await expect(page.getByText('Ditt val är sparat.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Nej' })).toBeChecked()
})

test('a learner takes the days to the calendar, which does not say what they are about', async ({
  page,
  loginAs,
}) => {
  await loginAs('learner')
  await page.goto('/home')
  const { type, file } = await page.evaluate(async () => {
    const answer = await fetch('/home/calendar.ics')
    return { type: answer.headers.get('content-type'), file: await answer.text() }
  })
  expect(type).toBe('text/calendar; charset=utf-8')
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/)
  const titles = file.match(/^SUMMARY:.*$/gm) ?? []
  expect(titles.every((title) => title.trim() === 'SUMMARY:Utbildning i Samsyn')).toBe(true)
})

test('a link of a mail that is not whole says so, and a mail program’s button needs no page of ours', async ({
  page,
  samsyn,
}) => {
  await page.goto('/unsubscribe/none')
  await expect(page.getByText('Länken är inte hel.')).toBeVisible()
  const button = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  }
  // Nobody's link: not found, and not refused as a form from elsewhere.
  const nobodys = await fetchFrom(samsyn.port, {
    path: `/unsubscribe/${'a'.repeat(43)}`,
    ...button,
  })
  expect(nobodys.status).toBe(404)
  expect((await fetchFrom(samsyn.port, { path: '/profile/mails', ...button })).status).toBe(403)
})
