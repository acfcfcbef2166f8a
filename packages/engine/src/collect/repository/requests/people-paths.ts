/** Paths by which people ask for a copy of what is kept of them; how far one has come is none. */
export const ASKS_FOR_A_COPY =
  /^(?!.*\/(?:status|state|progress|formats?|options|settings|config|preview|[\w-]*folders?)\/?$).*(?:(^|\/)(data-?)?exports?(\.\w+)?(\/|$)|(^|\/)(takeout|portability|my-data|download-my-data|data-download|export-(my-)?data|export-all|subject-access)(\/|$))/i;
