import type { Value } from '../../../model/value.ts';
import { placeIn, written } from '../fact.ts';
import type { DocumentKind } from './kinds.ts';
import type { DocumentLine } from './markup.ts';
import { isLeftOpen } from './own-words.ts';

const MOST = 20;

const REGION =
  /\b(?:another|other|second(?:ary)?|stand-?by|failover|recovery|DR|two|several|multiple) (?:AWS )?regions?\b|\bmulti-?region\b|\bcross-?region\b/i;
const TAKES_OVER =
  /\b(?:fails?|failed|switch(?:es|ed)?|move[sd]?) over\b|\bfail-?over\b|\btakes? over\b|\bstand(?:s|ing)? by\b|\bactive[-/ ](?:active|passive)\b|\b(?:warm|hot) stand-?by\b|\bpilot light\b/i;

/** Copies are asked for by themselves. */
const OF_COPIES = /\b(?:back-?ups?|cop(?:y|ies|ied)|snapshots?|replica\w*|artifacts?)\b/i;
const NOT_SO =
  /\b(?:no|not|none|without|never|cannot|can't|could|would|should|may|might|single|plan(?:ned|s)?|later|future|todo|tbd|consider\w*)\b/i;

/** Where a plan for recovery says, or ticks, that another region takes over. */
export function otherRegionIn(
  path: string,
  kind: DocumentKind,
  lines: readonly DocumentLine[],
): readonly Value[] {
  if (kind !== 'recovery') return [];
  return lines
    .filter(saysSo)
    .slice(0, MOST)
    .map(({ text, line }) => written({ text }, placeIn(path, line)));
}

function saysSo({ text, kind, box }: DocumentLine): boolean {
  if (kind === 'head' || !REGION.test(text) || NOT_SO.test(text) || isLeftOpen(text)) return false;
  return kind === 'tick' ? box === 'ticked' && !OF_COPIES.test(text) : TAKES_OVER.test(text);
}
