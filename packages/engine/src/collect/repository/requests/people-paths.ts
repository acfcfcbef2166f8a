/** Paths by which people ask for a copy of what is kept of them. */
export const ASKS_FOR_A_COPY =
  /(^|\/)(data-?)?exports?(\.\w+)?(\/|$)|(^|\/)(takeout|portability|my-data|download-my-data|data-download|export-(my-)?data|export-all|subject-access)(\/|$)/i;
