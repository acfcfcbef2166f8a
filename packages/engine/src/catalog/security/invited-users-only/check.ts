import type { Graph } from '../../../model/graph.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineRootCheck } from '../../check.ts';

const POOL = 'AWS::Cognito::UserPool';

export default defineRootCheck({
  id: 'invited-users-only',
  requirement: 'SEC-24',
  severity: 'medium',
  effort: 'minutes',
  title: 'Where users are invited, nobody else can sign up',
  gap: {
    one: 'Users are invited, and anybody may sign up',
    many: 'Users are invited, and anybody may sign up',
  },
  evidence: ['repo', 'iac'],
  aliases: ['cognito_user_pool_self_registration_disabled'],
  frameworks: { wellArchitected: ['sec_identities_enforce_mechanisms'] },
  messages: {
    open: 'the application invites its users, and its user pool lets anybody sign up who finds its address',
  },
  about: 'repository',
  seesInfrastructure: true,
  // Without invitations the code does not say whom the product is for.
  when: (graph) =>
    all(
      graph
        .of('Repository::Route')
        .some((route) => route.text('path').matches('of invitations', /\/(?:\w+-)?invit(?:e|es|ations?)\b/i)),
      graph.of(POOL).exist(),
    ).asMembership(),
  evaluate: (graph) =>
    any(
      graph
        .of(POOL)
        .every((pool) => pool.bool('AdminCreateUserConfig.AllowAdminCreateUserOnly').is(true).quote()),
      isDecidedInCode(graph),
      mayBeOffered(graph),
    ).else('open'),
  fix: 'Let administrators alone make users (AdminCreateUser for whoever is invited), or let a function before sign-up ask for the invitation',
  snippets: {
    terraform: 'admin_create_user_config {\n  allow_admin_create_user_only = true\n}',
    cloudformation: 'AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }',
  },
  fixImpact: { downtime: false },
});

/** A function before sign-up may refuse who was not invited. */
function isDecidedInCode(graph: Graph): Truth {
  return graph
    .of(POOL)
    .some((pool) =>
      all(
        pool.has('LambdaConfig.PreSignUp').asMembership(),
        leftTo('reading whom the function before sign-up lets in', pool),
      ),
    );
}

/** Code, pages and routes to sign up, and packages that bring such pages: then others than the invited may be meant, too. */
function mayBeOffered(graph: Graph): Truth {
  const meant = 'whether anybody is meant to sign up, which only the owner of the product knows';
  return any(
    graph
      .of('Repository::Route')
      .some((route) => all(isToSignUp(route.text('path')).asMembership(), leftTo(meant, route))),
    graph.of('Repository::SignUp').some((place) => leftTo(meant, place)),
    graph
      .of('Repository::PageLink')
      .some((link) => all(isToSignUp(link.text('to')).asMembership(), leftTo(meant, link))),
    graph.of('Repository::Manifest').some((manifest) =>
      all(
        manifest
          .list('dependencies')
          .some((one) =>
            one
              .text('name')
              .matches(
                'a package with pages to sign up',
                /^@aws-amplify\/ui|^aws-amplify-(?:react|vue|angular)/,
              ),
          )
          .asMembership(),
        leftTo(meant, manifest),
      ),
    ),
  );
}

function isToSignUp(path: Reading<string>): Truth {
  return path.matches('to sign up', /\b(?:sign-?up|register|registrations?|join)\b/i);
}
