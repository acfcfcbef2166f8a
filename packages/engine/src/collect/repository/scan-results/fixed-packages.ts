/** The packages that a lock file or a manifest fixes, as {@link npmKey} or {@link pythonKey}; `undefined` where it is not read, or leaves one open. */
export function fixedPackages(path: string, text: string): ReadonlySet<string> | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'package-lock.json') return ofNpm(text);
  if (/^(?:poetry|uv|pdm)\.lock$/.test(name)) return ofToml(text);
  return /^requirements[\w.-]*\.txt$/.test(name) ? ofRequirements(text) : undefined;
}

/** A package as a lock file of npm names it: `lodash.get` and `lodash-get` are two. */
export function npmKey(name: string, version: string): string {
  return `${name}@${version}`;
}

/** Python takes `Flask_Login` and `flask-login` for the same. */
export function pythonKey(name: string, version: string): string {
  return `${name.toLowerCase().replace(/[-_.]+/g, '-')}==${version}`;
}

function ofNpm(text: string): ReadonlySet<string> | undefined {
  try {
    const { packages } = JSON.parse(text) as {
      packages?: Record<string, { version?: unknown; link?: unknown } | null>;
    };
    const keys = Object.entries(packages ?? {}).flatMap(([path, one]) => {
      const name = path.split('node_modules/').at(-1)!;
      if (name === path || one?.link === true) return [];
      return [typeof one?.version === 'string' ? npmKey(name, one.version) : undefined];
    });
    return complete(keys);
  } catch {
    return undefined;
  }
}

function ofToml(text: string): ReadonlySet<string> | undefined {
  return complete(
    text
      .split(/^\[\[package\]\]\s*$/m)
      .slice(1)
      .map((one) => {
        const [, name, version] = /^\s*name = "([^"]+)"\s*\nversion = "([^"]+)"/.exec(one) ?? [];
        return name === undefined ? undefined : pythonKey(name, version!);
      }),
  );
}

function ofRequirements(text: string): ReadonlySet<string> | undefined {
  const lines = text
    .replace(/\\\r?\n/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
  return complete(
    lines.map((line) => {
      const [, name, version] = /^([\w.-]+)(?:\[[^\]]*\])?\s*==\s*([\w.!+-]+)(?=\s|;|$)/.exec(line) ?? [];
      return name === undefined ? undefined : pythonKey(name, version!);
    }),
  );
}

function complete(keys: readonly (string | undefined)[]): ReadonlySet<string> | undefined {
  return keys.length === 0 || keys.includes(undefined) ? undefined : new Set(keys as readonly string[]);
}
