const { expect, test } = require('@playwright/test');

test.only('signs in', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('E-mail').fill('e2e@example.com');
  await page.getByLabel('Password').fill(process.env.E2E_PASSWORD ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Jobs' })).toBeVisible();
});

test('makes a job', async ({ page }) => {
  await page.goto('/jobs/new');
  await page.getByLabel('Title').fill('Paint the fence');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Paint the fence')).toBeVisible();
});

test('signs out', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});
