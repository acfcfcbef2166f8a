import { folderOf } from '../../files/paths.ts';

/** What code can only do with something that it imports. */
export type Subject = 'serving' | 'tokens';

/** Nothing of it there, a place that names it, or what cannot be told. */
export type Trace =
  | { readonly kind: 'none' }
  | { readonly kind: 'named'; readonly file: string; readonly line: number; readonly name: string }
  | { readonly kind: 'open' };

/** Texts of one language. */
export type Texts = readonly { readonly file: string; readonly text: string }[];

interface Imports {
  /** Whether all that the files import is of the language, of the application or a package that is known. */
  areKnown(code: Texts, manifests: Texts): boolean;
  readonly words: Readonly<Record<Subject, RegExp>>;
  /** What the host calls of it with a request, where that is not told to be another event. */
  handlers(code: Texts): { readonly file: string; readonly index: number; readonly name: string } | undefined;
}

/** What answers of Lambda hold, and events that ask for one. */
const ASKED_BY_HTTP =
  /APIGateway|ApiGateway|ALBTarget|ApplicationLoadBalancer|FunctionU(RL|rl)|AppSync|Web[sS]ocket|status_?code|path_?parameters|query_?string|http_?method|request_?context/i;

/**
 * Packages that serve nothing and sign no tokens but by the words below.
 * Sources: pkg.go.dev, docs.aws.amazon.com/sdk-for-go/v2, github.com/aws/aws-lambda-go.
 */
const KNOWN_OF_GO =
  /^(github\.com\/(aws\/(aws-sdk-go(-v2)?|smithy-go|aws-lambda-go\/(events|lambda|lambdacontext))|google\/(uuid|go-github|go-cmp)|pkg\/errors|sirupsen\/logrus|rs\/zerolog|shurcooL\/(githubv4|graphql)|joho\/godotenv|davecgh\/go-spew)|go\.uber\.org\/zap|golang\.org\/x\/(oauth2|text|exp\/(slices|maps))|gopkg\.in\/yaml\.v[23])(\/|$)/;

/** Source: pkg.go.dev/std. */
const OF_THE_LANGUAGE =
  /^(archive|bufio|bytes|cmp|compress|container|context|crypto|database|embed|encoding|errors|flag|fmt|hash|html|image|io|iter|log|maps|math|mime|net|os|path|reflect|regexp|runtime|slices|sort|strconv|strings|sync|testing|text|time|unicode|unsafe)(\/|$)/;

/** Sources: docs.oracle.com/en/java, docs.aws.amazon.com/sdk-for-java, github.com/awslabs/aws-athena-query-federation. */
const KNOWN_OF_JAVA =
  /^(java\.(?!net\.httpserver|rmi)|javax\.(annotation|inject|xml|crypto)\.|software\.amazon\.awssdk\.|com\.amazonaws\.(services|auth|regions|client|util)\.|com\.amazonaws\.athena\.connector\.lambda\.|com\.fasterxml\.jackson\.|com\.google\.(gson|common)\.|com\.jayway\.jsonpath\.|org\.slf4j\.|org\.apache\.(logging\.log4j|commons)\.|org\.json\.|lombok\.)/;

/** Events that ask for no answer. */
const EVENTS =
  /\b(SNS|SQS|S3\w*|DynamoDB\w*|Kinesis\w*|CloudWatch\w*|SimpleEmail|Scheduled|EventBridge|CodePipeline\w*|Config)Event\b/;

const IMPORTS: Readonly<Record<string, Imports>> = {
  go: {
    areKnown(code, manifests) {
      const own = manifests.flatMap(({ file, text }) => {
        const name = /^module\s+"?([\w./~-]+)/m.exec(text)?.[1];
        return name === undefined ? [] : [{ name, folder: folderOf(file) }];
      });
      const folders = new Set(code.map(({ file }) => folderOf(file)));
      return code.every(({ text }) =>
        importsOfGo(text).every((path) => {
          const module = own.find(({ name }) => path === name || path.startsWith(`${name}/`));
          if (module !== undefined) {
            const below = path.slice(module.name.length + 1);
            const base = module.folder === '.' ? [] : [module.folder];
            return folders.has([...base, ...(below === '' ? [] : [below])].join('/') || '.');
          }
          return OF_THE_LANGUAGE.test(path) || KNOWN_OF_GO.test(path);
        }),
      );
    },
    words: {
      serving:
        /"net(\/(http\/(f?cgi|httputil)|rpc(\/\w+)?))?"|\bListenAndServe\w*|\bHandle(r|rFunc|Func)?\b|\bServe(Mux|HTTP|TLS|r)?\b|\bFileServer\b|\bResponseWriter\b|"github\.com\/awslabs\/aws-lambda-go-api-proxy/,
      tokens:
        /"(crypto|math)\/(?!sha|md5|tls|x509|bits|big|cmplx)[\w/]+"|jwt|jws|\bjose\b|paseto|\bSign(er|With\w*|edString)?\b|service\/kms/,
    },
    handlers(code) {
      for (const { file, text } of code) {
        if (!text.includes('"github.com/aws/aws-lambda-go/lambda"')) continue;
        const asked = ASKED_BY_HTTP.exec(text);
        if (asked !== null) return { file, index: asked.index, name: asked[0] };
        if (!/\.Start\w*\(/.test(text)) return { file, index: 0, name: 'aws-lambda-go' };
        for (const start of text.matchAll(/\.Start\w*\(\s*([\w.]*)/g)) {
          const name = start[1]!;
          const takes = /^\w+$/.test(name)
            ? code.flatMap((one) =>
                [...one.text.matchAll(new RegExp(`^func ${name}\\(([^)]*)\\)`, 'gm'))].map(
                  (found) => found[1]!,
                ),
              )
            : [];
          if (takes.length === 0 || !takes.every((one) => EVENTS.test(one)))
            return { file, index: start.index, name: 'lambda.Start' };
        }
      }
      return undefined;
    },
  },
  java: {
    areKnown(code) {
      const own = new Set(code.flatMap(({ text }) => /^\s*package\s+([\w.]+)/m.exec(text)?.[1] ?? []));
      return code.every(({ text }) =>
        importsOfJava(text).every(
          (path) => KNOWN_OF_JAVA.test(path) || partsBefore(path).some((folder) => own.has(folder)),
        ),
      );
    },
    words: {
      serving: /ServerSocket|HttpServer|[Ss]ervlet|\bjavax\.ws\b|springframework|RequestStreamHandler/,
      tokens:
        /\bjava\.security\.(?!MessageDigest|NoSuchAlgorithm)[\w.]+|javax\.crypto|jwt|jose|jws|paseto|\bsign(er|With)?\b|\bSigner\b|services?\.kms/i,
    },
    handlers(code) {
      for (const { file, text } of code) {
        const asked = ASKED_BY_HTTP.exec(text);
        if (asked !== null) return { file, index: asked.index, name: asked[0] };
        for (const one of text.matchAll(/\bRequestHandler\s*<([^>]*)/g))
          if (!EVENTS.test(one[1]!)) return { file, index: one.index, name: 'RequestHandler' };
        // Any public method may be what Lambda calls: with an object, where a request comes. Texts and numbers are none.
        for (const one of text.matchAll(
          /\bpublic\s+(?:static\s+|final\s+|synchronized\s+)*[\w.<>[\], ?]+\s(\w+)\s*\(\s*([^)]*)/g,
        ))
          if (!TAKES_NO_OBJECT.test(one[2]!) && !EVENTS.test(one[2]!))
            return { file, index: one.index, name: one[1]! };
      }
      return undefined;
    },
  },
};

/** Nothing, or first a text, a number or the like; `main` takes texts. */
const TAKES_NO_OBJECT =
  /^$|^(final\s+)?(String|int|long|double|float|boolean|Integer|Long|Double|Float|Boolean|BigDecimal)(\s|\[\]|\.\.\.)/;

/** Whether code of a language has to do with a subject, by all that it imports and the words of its files. */
export function subjectIn(ending: string, code: Texts, manifests: Texts, subject: Subject): Trace {
  const language = Object.hasOwn(IMPORTS, ending) ? IMPORTS[ending] : undefined;
  if (language === undefined || !language.areKnown(code, manifests)) return { kind: 'open' };
  for (const { file, text } of code) {
    const match = language.words[subject].exec(text);
    if (match !== null) return named(file, text, match.index, match[0]);
  }
  const handler = subject === 'serving' ? language.handlers(code) : undefined;
  if (handler === undefined) return { kind: 'none' };
  const { text } = code.find(({ file }) => file === handler.file)!;
  return named(handler.file, text, handler.index, handler.name);
}

function named(file: string, text: string, index: number, name: string): Trace {
  return { kind: 'named', file, line: text.slice(0, index).split('\n').length, name: name.trim() };
}

/** Imports stand before all other code: what looks like a comment in a text comes after them. */
export function importsOfGo(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ' ');
  return [...code.matchAll(/\bimport\s*(?:\(([^)]*)\)|(?:[\w.]+\s+)?["`]([^"`]+)["`])/g)].flatMap(
    ([, block, one]) =>
      block === undefined ? [one!] : [...block.matchAll(/["`]([^"`\n]+)["`]/g)].map((found) => found[1]!),
  );
}

/** With names that are written in full where they are used. */
export function importsOfJava(text: string): readonly string[] {
  return [
    ...text.matchAll(
      /(?:^|;)\s*import\s+(?:static\s+)?([\w.]+)|(?<![\w.])((?:io|org|com|net|co|dev|jakarta)\.[a-z]\w*(?:\.\w+)+)/gm,
    ),
  ].map(([, path, inFull]) => path ?? inFull!);
}

/** Whether an import is of the language itself, or a package that is known to serve nothing. */
export function isPlainImport(ending: string, name: string): boolean {
  if (ending === 'go') return OF_THE_LANGUAGE.test(name) || KNOWN_OF_GO.test(name);
  return ending === 'java' && KNOWN_OF_JAVA.test(name);
}

/** `a.b.C` is of `a.b`, and `a.b.C.D` too. */
function partsBefore(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}
