const assert = require('node:assert/strict');
const { describe, it } = require('node:test');
const { totals } = require('../src/money');

describe('totals', () => {
  it('adds the lines and their quantities', () => {
    assert.deepEqual(totals([{ cents: 1999, quantity: 2 }, { cents: 500 }], 0), { net: 4498, tax: 0, gross: 4498 });
  });

  it('rounds the tax once, on the whole', () => {
    assert.deepEqual(totals([{ cents: 33 }, { cents: 33 }], 19), { net: 66, tax: 13, gross: 79 });
  });
});
