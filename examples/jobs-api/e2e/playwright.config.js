const { defineConfig, devices } = require('@playwright/test');

module.exports = defineConfig({
  testDir: '.',
  use: { baseURL: process.env.SITE_URL ?? 'http://localhost:5173' },
  projects: [{ name: 'chromium', use: devices['Desktop Chrome'] }],
});
