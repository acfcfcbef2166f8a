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
const HOOK = /^(hooks?|webhooks?)$/;

/**
 * Whether the name of a handler (`src/auth/sign-in.handler`) is that of a way in, or of an address of health: what is named last
 * says it, with all its words. `order-status` is no health, and `confirm-order` no way in.
 */
export function isNamedForEverybody(name: string): boolean {
  const words = wordsNamedLast(name);
  const isWayIn =
    words.some((word) => WAY_IN.test(word)) &&
    words.every((word) => WAY_IN.test(word) || OF_A_WAY_IN.test(word));
  return isWayIn || (words.length > 0 && words.every((word) => HEALTH.test(word)));
}

/** Whether it is the name of what another service calls when something happens: `src/payments-webhook.handler`. */
export function isNamedHook(name: string): boolean {
  return wordsNamedLast(name).some((word) => HOOK.test(word));
}

function wordsNamedLast(name: string): readonly string[] {
  const telling = name
    .split(/[/.]/)
    .map((part) => wordsOf(part).filter((word) => !PLAIN.test(word)))
    .filter((words) => words.length > 0);
  return telling.at(-1) ?? [];
}

function wordsOf(part: string): readonly string[] {
  return part
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
