const assert = require('node:assert/strict');
const { describe, it } = require('node:test');
const { contactProblems, invoiceProblems, jobProblems, quoteProblems } = require('../src/validation');

describe('schemas', () => {
  it('name the fields that are wrong', () => {
    assert.deepEqual(contactProblems({ name: '', email: 'nobody' }), ['name', 'email']);
    assert.deepEqual(jobProblems({ title: 'Paint', day: 'tomorrow' }), ['day']);
  });

  it('accept what is complete', () => {
    const lines = [{ text: 'Paint', cents: 1000 }];
    assert.deepEqual(invoiceProblems({ contact: '7', lines }), []);
    assert.deepEqual(quoteProblems({ contact: '7', lines }), []);
  });
});
