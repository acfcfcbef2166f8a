/** Names under which people keep the time at which something ends by itself: `expires_at`, `ttl`, `deleteAfter`. */
export const EXPIRY_NAME =
  /^(?=.{2,40}$)\w*(expir|ttl|time_?to_?live|delete_?(at|after|on)|purge_?(at|after)|remove_?(at|after)|valid_?until|lifetime)\w*$/i;
