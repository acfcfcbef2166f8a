const { it } = require('node:test');
const { handler } = require('../src/reminders');

it('sends the reminders of the day', async () => {
  await handler();
});
