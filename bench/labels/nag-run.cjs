/**
 * Runs cdk-nag's own tests with a test framework of three functions, and prints what each one builds and expects, one
 * JSON object a line. Started by `cdk-nag.ts` under tsx with the clone's folder as argument.
 */
const Module = require('node:module');
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const tests = join(process.argv[2], 'test/rules');
const labels = { 0: 'fail', 1: 'pass' };
let name = '';

/** Stands in for the `utils` of the tests. */
const utils = {
  TestType: { NON_COMPLIANCE: 0, COMPLIANCE: 1, ERROR: 2 },
  TestPack: class {},
  setActivePack() {},
  validateStack(stack, rule, type) {
    if (labels[type] === undefined) return;
    const { Stage } = require('aws-cdk-lib');
    const { template } = Stage.of(stack).synth({ skipValidation: true }).getStackArtifact(stack.artifactId);
    console.log(JSON.stringify({ rule: String(rule), name, label: labels[type], template }));
  },
};

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  if (request === './utils' && parent?.filename?.startsWith(tests)) return utils;
  return load.call(this, request, parent, ...rest);
};

const before = [];
globalThis.describe = (_title, body) => {
  const depth = before.length;
  body();
  before.length = depth;
};
globalThis.beforeEach = (prepare) => void before.push(prepare);
globalThis.test = (title, body) => {
  const file = name.split(':')[0];
  name = `${file}: ${title}`;
  try {
    for (const prepare of before) prepare();
    body();
  } catch {} // it asks for more than three functions, or for the rule itself
};
globalThis.it = globalThis.test;
globalThis.expect = () => new Proxy(() => {}, { get: () => () => {} });
globalThis.afterEach = () => {};

for (const file of readdirSync(tests).filter((entry) => entry.endsWith('.test.ts'))) {
  name = `${file}:`;
  before.length = 0;
  require(join(tests, file));
}
