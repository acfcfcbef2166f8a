/** Words of folders, files and functions that say nothing of what is done there. */
const PLAIN =
  /^(src|source|app|apps|lib|libs|lambdas?|functions?|fns?|handlers?|packages|services?|backend|server|api|apis|rest|http|index|main|mod|dist|build|v\d+|routes?|endpoints?|controllers?|get|post|run|the|to|for|of|and)$/;
const WAY_IN =
  /^(log|login|logout|sign|signin|signup|signout|register|registration|auth|authenticate|authentication|callback|oauth2?|oidc|sso|saml|tokens?|refresh|reset|forgot|forgotten|verify|verification|confirm|confirmation)$/;
/** Words beside those. */
const OF_A_WAY_IN =
  /^(in|up|out|off|access|password|recover|resend|code|email|mail|account|cognito|google|github|facebook|apple|microsoft)$/;
const HEALTH =
  /^(health|healthz|healthcheck|check|ping|heartbeat|ready|readyz|readiness|live|livez|liveness|version|status)$/;
/** Those of nothing else: `orders/status` is the status of an order. */
const HEALTH_ALONE = /^(health|healthz|healthcheck|ping|heartbeat|readyz|readiness|livez|liveness)$/;
/** `post-health` changes what health says. */
const CHANGES = /(^|[/._-])post(?![a-z])/i;
const HOOK = /^(hooks?|webhooks?)$/;

/**
 * Whether the name of a handler (`src/auth/sign-in.handler`) is that of a way in, or of an address of health: what is named last
 * says it, with all its words. `order-status` is no health, and `confirm-order` no way in.
 */
export function isNamedForEverybody(name: string): boolean {
  const telling = tellingParts(name);
  const words = telling.at(-1) ?? [];
  const isWayIn =
    words.some((word) => WAY_IN.test(word)) &&
    words.every((word) => WAY_IN.test(word) || OF_A_WAY_IN.test(word));
  const isHealth =
    !CHANGES.test(name) &&
    words.every((word) => HEALTH.test(word)) &&
    (telling.length === 1 || words.some((word) => HEALTH_ALONE.test(word)));
  return isWayIn || isHealth;
}

/** Whether it is the name of what another service calls when something happens: `src/payments-webhook.handler`. */
export function isNamedHook(name: string): boolean {
  return (tellingParts(name).at(-1) ?? []).some((word) => HOOK.test(word));
}

/** The words of each part of a name that says something. */
function tellingParts(name: string): readonly (readonly string[])[] {
  return name
    .split(/[/.]/)
    .map((part) => wordsOf(part).filter((word) => !PLAIN.test(word)))
    .filter((words) => words.length > 0);
}

function wordsOf(part: string): readonly string[] {
  return part
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
