/** Labels that are wrong, or ask something else than we do: `corpus · rule · name · resource`, and why. */
export const TRIAGE: Readonly<Record<string, string>> = {};
