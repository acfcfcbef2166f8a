import type { Properties, Resource } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { isInternetFacing } from '../../blocks/public-entry.ts';
import { defineCheck } from '../../check.ts';

const CLASSIC = 'AWS::ElasticLoadBalancing::LoadBalancer';

export default defineCheck({
  id: 'https-only-listeners',
  requirement: 'SEC-01',
  severity: 'critical',
  effort: 'hours',
  title: 'Public load balancers serve over HTTPS and only redirect plain HTTP',
  gap: {
    one: 'A public load balancer serves over plain HTTP',
    many: '{count} listeners of public load balancers serve over plain HTTP',
  },
  evidence: ['iac', 'aws', 'http'],
  aliases: [
    'CKV_AWS_2',
    'CKV2_AWS_20',
    'AWS-0054',
    'ELBTlsHttpsListenersOnly',
    'ALBHttpToHttpsRedirection',
    'ELB.1',
    'elbv2_ssl_listeners',
    'ELBV2_LISTENER_PROTOCOL_RULE',
    'CKV_AWS_127',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'], fsbp: ['ELB.1'] },
  messages: {
    plain: 'it serves over {actual} instead of redirecting to HTTPS',
    classic: 'a listener of the classic load balancer serves over {actual}, and none of them can redirect',
  },
  appliesTo: ['AWS::ElasticLoadBalancingV2::Listener', CLASSIC],
  // A TCP or UDP listener passes on what it gets: only the target knows whether that is encrypted.
  when: (listener, graph) =>
    listener.type === CLASSIC
      ? all(
          isInternetFacing(listener),
          listener
            .list('Listeners')
            .some((one) => one.text('Protocol').matches('HTTP, HTTPS or SSL', /^(https?|ssl)$/i))
            .asMembership(),
        )
      : all(
          listener.text('Protocol').oneOf(['HTTP', 'HTTPS', 'TLS']).asMembership(),
          graph
            .follow(listener.text('LoadBalancerArn'), 'AWS::ElasticLoadBalancingV2::LoadBalancer')
            .some(isInternetFacing),
        ),
  evaluate: (listener) =>
    listener.type === CLASSIC
      ? listener
          .list('Listeners')
          .none((one) =>
            one
              .text('Protocol')
              .matches('plain HTTP', /^http$/i)
              .quote(),
          )
          .else('classic')
      : any(
          listener.text('Protocol').oneOf(['HTTPS', 'TLS']).quote(),
          listener.list('DefaultActions').every(sendsToHttps),
          refuses(listener),
        ).else('plain'),
  fix: 'Listen on 443 with a certificate of ACM, and redirect port 80 to it with a 301',
  snippets: {
    terraform:
      'default_action {\n  type = "redirect"\n  redirect {\n    port        = "443"\n    protocol    = "HTTPS"\n    status_code = "HTTP_301"\n  }\n}',
    cloudformation:
      'DefaultActions:\n  - Type: redirect\n    RedirectConfig: { Protocol: HTTPS, Port: "443", StatusCode: HTTP_301 }',
  },
  fixImpact: { downtime: false },
});

function sendsToHttps(action: Properties): Truth {
  return all(
    action.text('Type').is('redirect'),
    action.has('RedirectConfig.Protocol'),
    action.text('RedirectConfig.Protocol').is('HTTPS'),
  );
}

/** A fixed answer of the 4xx kind: nobody is served over plain HTTP. */
function refuses(listener: Resource): Truth {
  return listener
    .list('DefaultActions')
    .every((action) =>
      all(
        action.text('Type').is('fixed-response'),
        action.text('FixedResponseConfig.StatusCode').matches('a refusal', /^4\d\d$/),
      ),
    );
}
