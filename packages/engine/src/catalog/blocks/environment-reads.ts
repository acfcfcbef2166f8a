import type { Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { Reading } from '../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../model/truth.ts';
import { leftTo } from './left-open.ts';
import { TASK } from './running-code.ts';

/** Names of tables, buckets, queues, topics and streams, and of what a connection to a database needs. */
const OF_DATA =
  /(?:^|_)(?:(?:TABLE|BUCKET|QUEUE|TOPIC|STREAM)S?(?:_(?:NAME|URL|ARN|ID))?|(?:DATABASE|DB|POSTGRES|PG|MYSQL|MONGO(?:DB)?|REDIS)(?:_(?:HOST|NAME|USER(?:NAME)?|PASS(?:WORD)?|URL|URI|ENDPOINT|SECRET|(?:SECRET_|CLUSTER_)?ARN))?)$/i;

/** What code reads of its environment, data or all the rest: each name is asked for in one place. */
export function readsOf(unit: Resource, what: 'data' | 'the rest'): Many<Properties> {
  return allReads(unit).where((read) => {
    const ofData = read.text('name').matches('a name of where data is', OF_DATA);
    return all(read.bool('runs').is(true), what === 'data' ? ofData : not(ofData)).asMembership();
  });
}

/** Read as if a text of the code, which everybody can read, were a secret, and not set. */
export function isGuessable(unit: Resource, read: Properties): Truth {
  return all(
    read.bool('runs').is(true),
    read.bool('guessable').is(true),
    not(isSet(unit, read)),
    mayBeComeTo(unit, read),
    named(read),
  );
}

export function allReads(unit: Resource): Many<Properties> {
  return unit.meta.list('Code.reads');
}

/** Yes; what a message says is the name. */
export function named(read: Properties): Truth {
  return read.text('name').written().quote();
}

/** Read as if it were there, and not set. */
export function isMissing(unit: Resource, read: Properties): Truth {
  return all(
    read.bool('needed').is(true).asMembership(),
    not(isSet(unit, read)),
    mayBeComeTo(unit, read),
    named(read),
  );
}

/** No where the code reads it only if another variable is what that is not: `if (process.env.MAIL === 'on')`. */
export function mayBeComeTo(unit: Resource, read: Properties): Truth {
  return read
    .list('onlyIf')
    .none((condition) => not(holds(unit, condition)))
    .asMembership();
}

function holds(unit: Resource, condition: Properties): Truth {
  return choose(
    isSet(unit, condition),
    () =>
      choose(
        condition.bool('isOneOf').is(true),
        () => isOneOf(unit, condition),
        () => not(isOneOf(unit, condition)),
      ),
    () => condition.bool('whenUnset').is(true),
  );
}

function isOneOf(unit: Resource, condition: Properties): Truth {
  return isSetTo(unit, condition, (value) =>
    condition.list('texts').some((one) =>
      one.text().ask((text) =>
        any(
          value.is(text),
          all(
            condition.bool('anyCase').is(true),
            value.test(`${text}, whatever its capital letters`, (own) => own.toLowerCase() === text),
          ),
        ),
      ),
    ),
  );
}

/** Not set, while a name is that no code reads and that says the same in other words: `MAIL_API_KEY` for `MAIL_KEY`. */
export function isRenamed(unit: Resource, read: Properties): Truth {
  return all(
    not(read.bool('fallback').is(true)),
    not(isSet(unit, read)),
    isSetOtherwise(unit, read),
    mayBeComeTo(unit, read),
    named(read),
  );
}

export function isSet(unit: Resource, read: Properties): Truth {
  return settingsFor(unit, read).exist().asMembership();
}

/** Whether what is set for a read is such. */
export function isSetTo(unit: Resource, read: Properties, isSuch: (value: Reading<string>) => Truth): Truth {
  if (unit.type === TASK) return settingsFor(unit, read).some(({ value }) => isSuch(value));
  // What else may be set is of another name.
  return all(
    isSet(unit, read),
    read.text('name').ask((name) => isSuch(unit.text(`Environment.Variables.${name}`))),
  );
}

interface Setting {
  readonly key: Reading<string>;
  readonly value: Reading<string>;
}

function settingsFor(unit: Resource, read: Properties): Many<Setting> {
  return settings(unit).where(({ key }) => read.text('name').ask((name) => key.is(name)));
}

/** What is set when it starts; of a task what its container and its image set. */
function settings(unit: Resource): Many<Setting> {
  return unit.type === TASK
    ? unit.meta.list('Code.environment').map((one) => ({ key: one.text('name'), value: one.text('value') }))
    : unit.entries('Environment.Variables').map(({ key, value }) => ({ key, value }));
}

function isSetOtherwise(unit: Resource, read: Properties): Truth {
  return settings(unit)
    .some(({ key: set }) =>
      all(
        Reading.both(read.text('name'), set, 'a name of the same words', sameWords),
        not(set.matches('a name that a tool of others reads', OF_TOOLS)),
        set.ask((key) => not(allReads(unit).some((other) => other.text('name').is(key)))),
        ...(unit.type === TASK ? [] : [any(not(unit.list('Layers').exist()), byLayers(unit))]),
      ),
    )
    .asMembership();
}

function byLayers(unit: Resource): Truth {
  return leftTo('what the layers of the function read', unit);
}

/** What watches a function from a layer or a package is told by names of its own: `DD_API_KEY_SECRET_ARN`. */
const OF_TOOLS = /^(?:DD|DT|INSTANA|LUMIGO|NEW_RELIC|OTEL|SENTRY|SPLUNK)_/;

function sameWords(read: string, set: string): boolean {
  const [a, b] = [read, set].map((name) => new Set(name.toUpperCase().split('_'))) as [
    Set<string>,
    Set<string>,
  ];
  if (read === set || Math.min(a.size, b.size) < 2) return false;
  return a.size < b.size ? a.isSubsetOf(b) : b.isSubsetOf(a);
}
