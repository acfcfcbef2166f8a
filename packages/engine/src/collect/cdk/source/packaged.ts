import { known, type ObjectValue, objectOf, type Value } from '../../../model/value.ts';
import { join } from '../../files/paths.ts';
import type { Construct } from './evaluate/construct.ts';
import { inRepository, writtenPath } from './evaluate/repository-paths.ts';
import { originOf, type Run } from './evaluate/run.ts';

/**
 * What a construct packages a function from, as far as its arguments lead to it through all that hands them on: `file` and
 * `handler`, or `folder`. Nothing where something that is not followed may say otherwise.
 * Sources: API reference of aws-cdk-lib, NodejsFunctionProps and Code.fromAsset, and of @aws-cdk/aws-lambda-python-alpha.
 */
export function packagedFrom({ module, name, props }: Construct, app: string): ObjectValue | undefined {
  const read = Object.hasOwn(READ, `${module}.${name}`) ? READ[`${module}.${name}`] : undefined;
  if (read === undefined || props?.kind !== 'object') return undefined;
  const found = read(new Given(props, app));
  return found === undefined ? undefined : objectOf(found, originOf(props));
}

const READ: Readonly<Record<string, (given: Given) => Record<string, Value> | undefined>> = {
  'aws-lambda-nodejs.NodejsFunction': (given) => {
    const file = given.path('entry');
    const handler = given.text('handler', 'handler');
    return file === undefined || handler === undefined || given.mayHave('code')
      ? undefined
      : { file, handler };
  },
  'aws-lambda-python-alpha.PythonFunction': (given) => {
    const file = given.path('entry', given.text('index', 'index.py'));
    const handler = given.text('handler', 'handler');
    return file === undefined || handler === undefined ? undefined : { file, handler };
  },
  'aws-lambda.Function': (given) => {
    const folder = given.asset('code');
    return folder === undefined ? undefined : { folder };
  },
};

/**
 * The language that a function is run in, also where its version is decided by the library (`Runtime.NODEJS_LATEST`): how
 * runtimes are called. Nothing where neither is written.
 */
export function languageOf({ module, props }: Construct): Value | undefined {
  if (module !== 'aws-lambda' || props?.kind !== 'object') return undefined;
  const runtime = props.cell.members.get('runtime');
  const language = runtime === undefined ? undefined : languageIn(runtime);
  return runtime === undefined || language === undefined ? undefined : known(language, originOf(runtime));
}

function languageIn(runtime: Run): string | undefined {
  switch (runtime.kind) {
    case 'library': {
      const [of, name, ...more] = runtime.names;
      const begins = /^(NODEJS|PYTHON)_/.exec(name ?? '')?.[1];
      return of === 'Runtime' && more.length === 0 ? begins?.toLowerCase() : undefined;
    }
    case 'made': {
      if (runtime.names.join('.') === 'determineLatestNodeRuntime') return 'nodejs';
      const [name] = runtime.args;
      if (runtime.names.join('.') !== 'Runtime' || name?.kind !== 'scalar') return undefined;
      return /^(?:nodejs|python)(?=\d)/.exec(String(name.value))?.[0];
    }
    case 'choice': {
      const [yes, no] = [languageIn(runtime.yes), languageIn(runtime.no)];
      return yes === no ? yes : undefined;
    }
    default:
      return undefined;
  }
}

/** What is written where a construct is made, and what it was handed for that. */
class Given {
  readonly #props: Extract<Run, { kind: 'object' }>;
  readonly #app: string;

  constructor(props: Extract<Run, { kind: 'object' }>, app: string) {
    this.#props = props;
    this.#app = app;
  }

  mayHave(name: string): boolean {
    const value = this.#of(name);
    return value === undefined ? this.#props.cell.open : value.kind !== 'undefined';
  }

  text(name: string, otherwise: string): Value | undefined {
    const value = this.#of(name);
    if (value === undefined || value.kind === 'undefined')
      return this.#props.cell.open ? undefined : known(otherwise, originOf(this.#props));
    return value.kind === 'scalar' && typeof value.value === 'string'
      ? known(value.value, originOf(value))
      : undefined;
  }

  /** A path of the repository, with what is below it. */
  path(name: string, below?: Value): Value | undefined {
    const value = this.#of(name);
    return value === undefined || (below !== undefined && below.kind !== 'known')
      ? undefined
      : this.#known(value, below === undefined ? '' : String(below.value));
  }

  /** The folder of `Code.fromAsset(folder)`, where nothing is made of it before it is packaged. */
  asset(name: string): Value | undefined {
    const value = this.#of(name);
    if (value?.kind !== 'made' || !/^(Code\.fromAsset|AssetCode(\.fromAsset)?)$/.test(value.names.join('.')))
      return undefined;
    const [folder, options, ...more] = value.args;
    const isPlain =
      options === undefined ||
      (options.kind === 'object' && !options.cell.open && !options.cell.members.has('bundling'));
    return folder === undefined || !isPlain || more.length > 0 ? undefined : this.#known(folder, '');
  }

  #of(name: string): Run | undefined {
    return this.#props.cell.members.get(name);
  }

  #known(value: Run, below: string): Value | undefined {
    const written = writtenPath(value);
    const path = written === undefined ? undefined : inRepository(written, this.#app);
    const whole = path === undefined ? undefined : join(path, below);
    return whole === undefined ? undefined : known(whole, originOf(value));
  }
}
