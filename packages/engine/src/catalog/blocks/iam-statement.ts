import type { Entry, Properties } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import type { Reading } from '../../model/reading.ts';
import { all, any, choose, not, Truth } from '../../model/truth.ts';

/** The statements of a policy document that allow something. */
export function allowing(document: Properties): Many<Properties> {
  return document.list('Statement').where((s) => s.text('Effect').is('Allow'));
}

/** The statements of a policy document that deny something. */
export function denying(document: Properties): Many<Properties> {
  return document.list('Statement').where((s) => s.text('Effect').is('Deny'));
}

/** Whether an element that may be one text or a list has such a member; what is not written has none. */
export function names(
  statement: Properties,
  element: string,
  satisfies: (text: Reading<string>) => Truth,
): Truth {
  return all(
    statement.has(element).asMembership(),
    statement.list(element).some((member) => satisfies(member.text())),
  );
}

/** `*` as the resource: whatever there is in the account. */
export function onEverything(statement: Properties): Truth {
  return names(statement, 'Resource', (resource) => resource.is('*')).asMembership();
}

/** Whether a statement is about everybody's roles, users, groups or policies: `*`, or all of a kind in an account. */
export function onEveryIdentity(statement: Properties): Truth {
  return any(
    onEverything(statement),
    names(statement, 'Resource', (resource) =>
      all(
        not(resource.isBareReference()),
        any(
          ...[':role/*', ':user/*', ':group/*', ':policy/*', ':iam::*:*'].map((all) =>
            resource.endsWith(all),
          ),
        ),
      ),
    ).asMembership(),
  );
}

/** `*` or `*:*` among the actions. */
export function everyAction(statement: Properties): Truth {
  return names(statement, 'Action', (action) =>
    action.matches('an action by its name', /^\*(:\*)?$/).quote(),
  );
}

/**
 * Services whose actions know no resource but `*`, so that a whole service can only be allowed like this.
 * Source: Service Authorization Reference, "Resource types defined by …" of each, as of 2026-11-21.
 */
const WITHOUT_RESOURCES = [
  'comprehendmedical',
  'compute-optimizer',
  'cost-optimization-hub',
  'ec2messages',
  'pricing',
  'route53domains',
  'ssmmessages',
  'support',
  'tag',
];

/** `s3:*` among the actions: all of one service. */
export function wholeService(statement: Properties): Truth {
  return names(statement, 'Action', (action) =>
    action
      .test('actions by their names', (text) => {
        const service = /^([\w-]+):\*$/.exec(text)?.[1];
        return service !== undefined && !WITHOUT_RESOURCES.includes(service);
      })
      .quote(),
  );
}

/** Everything except what is listed. */
export function allBut(statement: Properties): Truth {
  return statement.has('NotAction').quote();
}

/** What a condition may ask of the connection without asking who connects. */
const ABOUT_TLS = /^(aws:SecureTransport|s3:TlsVersion)$/i;

/**
 * What a condition may ask of the request without asking who sends it: what time it is, which part of a bucket is listed,
 * how it is signed. Source: Service Authorization Reference, condition keys of Amazon S3 and Amazon SNS; IAM User Guide,
 * global condition keys.
 */
const ABOUT_THE_REQUEST =
  /^(aws:(CurrentTime|EpochTime|RequestedRegion)|s3:(prefix|delimiter|max-keys|authType|signatureversion|signatureAge|versionid|object-lock-.+|x-amz-.+|(ExistingObjectTag|RequestObjectTag)\/.+)|sns:Protocol)$/i;

/** All but the values named: whoever is not one of them comes in. */
const ALL_BUT_THESE = /^(ForAnyValue:)?((String|Arn|Numeric|Date)Not|NotIpAddress)/i;

const OF_ADDRESSES = /^(ForAnyValue:)?IpAddress/i;

/** Addresses of everybody. */
const EVERYWHERE = /^(0\.0\.0\.0|::)\/0$/;

/** What callers say of themselves as they like (IAM User Guide, global condition keys). */
const SAID_BY_CALLERS = /^aws:(Referer|UserAgent)$/i;

/** Holds where the request does not have the key at all (IAM User Guide, set operators). */
const FOR_ALL = /^ForAllValues:/i;

/** Operators that take a star for anything. */
const WITH_WILDCARDS = /^(ForAnyValue:|ForAllValues:)?(StringLike|Arn(Like|Equals))(IfExists)?$/;

/** An ARN of any account. */
const OF_ANY_ACCOUNT = /^arn:[^:]*:(iam|sts)::\*(:.*)?$/;

/** Whether a condition asks who connects and takes everybody for an answer. */
function takesEverybody(operator: string, asked: Entry): Truth {
  return all(
    asked.key.test('a question that takes stars', () => WITH_WILDCARDS.test(operator)),
    asked.below.list().some((value) => isAnybody(value.text())),
  );
}

/** Whether it asks for the address of a page, which anybody can send; a secret that a CDN sends along is another thing. */
function asksForASite(asked: Entry): Truth {
  return all(
    asked.key.matches('what callers say of themselves', SAID_BY_CALLERS),
    asked.below.list().some((value) => value.text().matches('the address of a page', /^https?:|[*.]/)),
  );
}

function isAnybody(named: Reading<string>): Truth {
  return all(
    named.contains('*'),
    any(named.is('*'), all(named.contains('::*'), named.matches('an ARN of any account', OF_ANY_ACCOUNT))),
  );
}

/**
 * Whether a statement's condition can leave somebody out. One that only asks for TLS or the page before,
 * or that everybody meets, leaves nobody out.
 */
export function narrowed(statement: Properties): Truth {
  return conditioned(statement, () => Truth.yes());
}

/**
 * Whether a statement's condition says who may come in. The time of day, the part of a bucket that is listed or everybody
 * but a few leave anybody in.
 */
export function saysWho(statement: Properties): Truth {
  return conditioned(statement, (name, asked) =>
    all(
      not(asked.key.matches('a question of the request', ABOUT_THE_REQUEST)),
      not(asked.key.test('all but a few', () => ALL_BUT_THESE.test(name))),
      not(takesEveryAddress(name, asked)),
    ),
  );
}

function takesEveryAddress(operator: string, asked: Entry): Truth {
  return all(
    asked.key.test('a question of addresses', () => OF_ADDRESSES.test(operator)),
    asked.below.list().some((value) => value.text().matches('every address', EVERYWHERE)),
  );
}

function conditioned(statement: Properties, narrows: (operator: string, asked: Entry) => Truth): Truth {
  return all(
    statement.has('Condition'),
    statement.entries('Condition').some((operator) =>
      all(
        not(operator.key.matches('an operator that also holds of nothing', FOR_ALL)),
        operator.key.ask((name) =>
          statement
            .entries(`Condition.${name}`)
            .some((asked) =>
              all(
                not(asked.key.matches('a question of TLS', ABOUT_TLS)),
                not(asksForASite(asked)),
                not(takesEverybody(name, asked)),
                narrows(name, asked),
              ),
            ),
        ),
      ),
    ),
  ).asMembership();
}

/** Whether a statement speaks of everybody: `*`, or `*` as the AWS account. */
export function everybody(statement: Properties): Truth {
  const principal = statement.text('Principal');
  return any(
    choose(
      principal.isPlain(),
      principal.is('*').quote(),
      names(statement, 'Principal.AWS', (account) => account.is('*').quote()),
    ),
    statement.has('NotPrincipal').quote(),
  );
}
