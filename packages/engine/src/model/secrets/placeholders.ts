import { isOfWords } from './randomness.ts';

/** Words that stand where a secret will be, and those that everybody tries first. */
const VOCABULARY = new Set(
  (
    'change changeme changeit changethis replace replaceme insert enter put set add your yours you my mine me it this that the a an any some another here there ' +
    'with from in on for to of and or is not no real only before after deploying production prod please use using same as see ask team ' +
    'secret secrets supersecret topsecret notasecret thisisasecret key keys apikey token tokens password passwd passphrase pass pwd passw credential credentials api auth jwt access session signing signature ' +
    'client webhook database db app application service user username admin administrator root guest owner default value string text ' +
    'example examples sample demo dummy fake mock stub placeholder todo tbd fixme xxx test tests testing tester local localhost dev develop development staging stage ' +
    'ci insecure unsafe unsecure secure strong long very really super random generate generated generator me hidden redacted masked removed omitted unused disabled empty optional none null nil undefined na unknown ' +
    'foo bar baz foobar qux qwerty letmein welcome hello world hunter abc abcd abcdef asdf deadbeef cafebabe minioadmin postgres mysql mariadb mongo redis rabbitmq minio elastic ' +
    'openssl rand hex base bit bits byte bytes char chars characters min max minimum at least length goes private public sk pk github google aws stripe openai slack sendgrid twilio ' +
    'live long i myself own keyboard cat vault onepassword current new old temp temporary initial first setup word words confirm repeat wrong bad good correct incorrect valid invalid'
  ).split(' '),
);

const MARKED = /^(?:<.*>|\[.*\]|\(.*\)|\{.*\}|__.*__|@@.*@@|%.*%|--.*--|#.*)$|\.{3}|…|\*{3}|•{3}|_{4}|-{4}/;

/** One character or a few again and again. */
function isMonotonous(text: string): boolean {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain.length < 3) return false;
  const distinct = new Set(plain).size;
  if (distinct === 1 || (plain.length >= 12 && distinct <= 3) || /(.)\1{7}/.test(plain)) return true;
  // AAAABBBBCCCC
  return plain.replace(/(.)\1{2,}/g, '').length <= plain.length * 0.3;
}

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789'.repeat(4),
  '9876543210'.repeat(4),
  'qwertyuiopasdfghjklzxcvbnm',
];

/** Letters and numbers as they follow each other. */
function isSequence(text: string): boolean {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (plain.length < 4) return false;
  const parts = plain.match(/[a-z]+|\d+/g) ?? [];
  const isRun = (part: string) => RUNS.some((run) => run.includes(part));
  return parts.length <= 3 && parts.some((part) => part.length >= 3) && parts.every(isRun);
}

/** Letters in place of which people write numbers and signs. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

function isOfVocabulary(text: string): boolean {
  const parts =
    text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+|\d+/g) ?? [];
  const words = parts.filter((part) => !/^\d{1,4}$/.test(part));
  return words.length > 0 && words.every((word) => VOCABULARY.has(word) || isJoined(word));
}

/** `mypassword`, `yoursecretkey`: words of the vocabulary without anything between them. */
function isJoined(word: string): boolean {
  if (word.length > 40) return false;
  const ends = new Array<boolean>(word.length + 1).fill(false);
  ends[0] = true;
  for (let to = 1; to <= word.length; to++)
    for (let from = Math.max(0, to - 12); from < to; from++)
      if (ends[from] === true && VOCABULARY.has(word.slice(from, to)) && (to - from > 1 || word.length < 3)) {
        ends[to] = true;
        break;
      }
  return ends[word.length] === true;
}

/** Whether somebody wrote a text to be replaced, or one that everybody tries first. */
export function isPlaceholder(text: string): boolean {
  if (/(?:^|[-_ .])your(?:[-_ .]|$)|EXAMPLE|(?:^|[-_ .])example(?:[-_ .]|$)/.test(text)) return true;
  if (MARKED.test(text) || isMonotonous(text) || isSequence(text) || isOfVocabulary(text)) return true;
  // Behind it may come how to make one: `change-me-to-random-256-bit-value`.
  if (
    /^(?:change|replace)[-_ ]?(?:me|this|it|in|with)\b|^(?:your|my|insert|enter|put|dummy|fake|test|example|sample|dev|local)[-_ ]/i.test(
      text,
    ) &&
    isOfWords(text)
  )
    return true;
  const spelled = text.replace(/[013457@$]/g, (sign) => LOOKS_LIKE[sign]!).replace(/[^A-Za-z0-9]+$/, '');
  return spelled !== text && isOfVocabulary(spelled.replace(/\d+$/, ''));
}

/** Whether the part of a key that is drawn by lot was not: `AKIA…EXAMPLE`, `sk_test_xxxx`. */
export function isPlaceholderBody(body: string): boolean {
  return (
    isMonotonous(body) ||
    isSequence(body) ||
    /example|x{6}|your[-_]?|placeholder|changeme|replace|dummy|redacted|fake/i.test(body) ||
    /0{8}|12345678|abcdefgh/i.test(body) ||
    (/[-_ ]/.test(body) && isOfWords(body))
  );
}
