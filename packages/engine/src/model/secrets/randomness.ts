/** Bits per character by how often each character comes (Shannon). */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const c of text) counts.set(c, (counts.get(c) ?? 0) + 1);
  let bits = 0;
  for (const n of counts.values()) bits -= (n / text.length) * Math.log2(n / text.length);
  return bits;
}

/** How hard a text is to guess, as far as its characters tell. */
export type EntropyClass = 'low' | 'medium' | 'high';

export function entropyClass(text: string): EntropyClass {
  const bits = entropyOf(text) * text.length;
  return bits >= 90 ? 'high' : bits >= 36 ? 'medium' : 'low';
}

/**
 * Pairs of letters that English words and names of programs are made of. Some seven in ten pairs of a word are among them, and
 * three in ten of letters drawn by lot.
 */
const PAIRS = new Set(
  (
    'th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce ' +
    'li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ' +
    'ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ' +
    'ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt oc fa ef cu rn sc gi da yo cr cl du ga qu ue ff ba ey ls va ' +
    'um pp ua up lu go ht ru ug ds lt pi rc rr eg au ck ew mu br bi pt ak pu ui rg ib tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ' +
    'ub oi rl gu dr hr cc tw ft wn nu af hu nn eo vo rv nf xp gn sm fl iz ok nl my gl aw ju oa eq sy sl ps jo lf nv je nk kn gs dy ' +
    'hy ze ks xt bs ik dd pk db sk ws wd pw sw ek az yp jw kb ox js xa ix'
  ).split(' '),
);

/** Whether letters read like a word. */
function isWord(letters: string): boolean {
  const word = letters.toLowerCase();
  let among = 0;
  for (let i = 0; i + 1 < word.length; i++) if (PAIRS.has(word.slice(i, i + 2))) among++;
  const share = among / (word.length - 1);
  return share >= (word.length > 8 ? 0.62 : 0.7) && /[aeiouy]/.test(word);
}

/** Words as programs write them one after the other: `accessToken`, `ACCESS_TOKEN`, `Access-token`. */
const PART = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;

/** Whether a text is made of words, and perhaps short numbers, and not drawn by lot. */
export function isOfWords(text: string): boolean {
  // Hexadecimal digits of a number, not a word of six letters.
  if (/^[0-9a-f-]{16,}$/i.test(text) && /\d/.test(text)) return false;
  // No key that is drawn by lot has neither capitals nor numbers, and so many parts.
  if (/^[a-z]+(?:[-_][a-z]+){3,}$/.test(text)) return true;
  let letters = 0;
  let inWords = 0;
  for (const [part] of text.matchAll(PART)) {
    const isNumber = part.charCodeAt(0) < 58;
    if (isNumber && part.length <= 4) continue;
    letters += part.length;
    if (!isNumber && part.length >= 3 && isWord(part)) inWords += part.length;
    else if (!isNumber && part.length < 3 && SMALL_WORDS.has(part.toLowerCase())) inWords += part.length;
  }
  const share = /^[a-z]+(?:[_-][a-z]+)+$/.test(text) ? 0.5 : 0.72;
  return letters > 0 && inWords / letters >= share;
}

const SMALL_WORDS = new Set(
  'a an as at be by db do go id if in is it js me my no of on or os ts to up us we ui ip s3 v x y e'.split(
    ' ',
  ),
);
