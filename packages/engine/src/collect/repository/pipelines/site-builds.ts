import type { Ran } from './shell-ran.ts';

/** A command that builds a site, in its folder, and which variables of the bundler are set there. */
export interface SiteBuild {
  readonly folder: string | undefined;
  readonly sets: readonly string[];
  /** What may set more around it. */
  readonly open?: string;
}

const BUILDS =
  /^(?:\S*\/)?(?:vite|next|react-scripts|astro|vue-cli-service|gatsby|craco|react-app-rewired)\s+(?:\S+\s+)*?build(?:\s|$)/;

/** Variables that bundlers put into pages. Source: Vite, Next.js, Create React App, Vue CLI, Gatsby, Astro, as of 2026-11-22. */
export const OF_BUNDLERS = /^(?:VITE|NEXT_PUBLIC|REACT_APP|VUE_APP|GATSBY|PUBLIC)_\w+$/;

export function siteBuildOf(
  words: readonly string[],
  { words: all, folder, variables }: Ran,
): SiteBuild | undefined {
  if (!BUILDS.test(words.join(' '))) return undefined;
  const around = all.slice(0, all.length - words.length);
  const sets = [...variables, ...around.map(assigned)].flatMap(([name, value]) =>
    OF_BUNDLERS.test(name) && value !== '' ? [name] : [],
  );
  return {
    folder,
    sets,
    ...(SETS_MORE.test(around.join(' ')) ? { open: `what ${around.join(' ')} sets` } : {}),
  };
}

/** `cross-env VITE_API_URL=https://api.example.org vite build`. */
function assigned(word: string): readonly [name: string, value: string] {
  const [name = '', ...value] = word.split('=');
  return [name, value.join('=')];
}

/** What runs a command with variables from elsewhere. */
const SETS_MORE =
  /\b(env-cmd|dotenv|dotenvx|dotenv-cli|doppler|infisical|op|chamber|teller|aws-vault|sops|vault)\b/;
