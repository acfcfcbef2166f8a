import { isHarmless } from './globals.ts';

/** Packages that know nothing of constructs: what they are given they do not change, and they make none. */
const ALOOF =
  /^node:|^(?:assert|buffer|child_process|crypto|events|fs|http|https|os|path|perf_hooks|process|stream|url|util|zlib)(?:\/\w+)?$|^(?:chalk|constructs|dotenv-\w+|esbuild|glob|js-yaml|minimist|semver|ts-node(?:\/register)?|uuid|yargs|zod)$|^@aws-sdk\/|^(?:__future__|argparse|base64|collections|collections\.abc|copy|csv|dotenv|hashlib|io|itertools|math|os\.path|platform|pprint|random|shutil|string|tempfile|textwrap|time|tomllib|types|typing_extensions|uuid|warnings|zipfile)$/;

/** Whether a package has nothing to do with constructs. */
export function isAloof(module: string): boolean {
  return isHarmless(module) || ALOOF.test(module);
}
