import { areEnvironments } from '../../environment-facts.ts';
import { fact, placeIn, written } from '../fact.ts';
import type { Findings } from '../findings.ts';
import { readEach } from '../findings.ts';
import { stageToldBy } from '../pipelines/environment-names.ts';
import type { Reader } from '../reader.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';

const TYPES = ['Repository::AllowedEnvironments'] as const;

/** Templates of CloudFormation: in JSON those that are called so, for data has that ending too. */
const TEMPLATE =
  /\.(?:ya?ml|template)$|(?:^|\/)[^/]*(?:template|stack|cloudformation|cfn)[^/]*\.json$|(?:^|\/)(?:cloudformation|cfn|templates|stacks)\/(?:[^/]+\/)*[^/]+\.json$/i;

/** The environments that templates are written for, by the values that a parameter may have. */
export const environments: Reader = {
  name: 'environments',
  types: TYPES,
  onlySearches: true,
  wants: (path, kind) => kind === 'other' && TEMPLATE.test(path),
  read: (files, source) => readEach(files, source, TYPES, allowedIn),
};

function allowedIn(file: string, text: string, findings: Findings): void {
  if (!/\bAllowedValues\b/.test(text)) return;
  const { documents, problem } = readStructured(file, text);
  if (problem !== undefined) findings.broken(file, problem.line, problem.why);
  for (const [parameter, settings] of documents.flatMap((one) => [...membersOf(member(one, 'Parameters'))])) {
    const items = itemsOf(member(settings, 'AllowedValues'));
    if (!areEnvironments(items.flatMap((one) => textOf(one) ?? []))) continue;
    const { at } = settings.origin;
    const values = items.flatMap((one) => {
      const name = textOf(one);
      return name === undefined ? [] : [written({ name, stage: stageToldBy(name) }, one.origin.at)];
    });
    findings.add(
      fact({
        type: 'Repository::AllowedEnvironments',
        address: `${file} ${parameter}`,
        at: at.file === file ? at : placeIn(file),
        properties: { path: file, parameter, values },
      }),
    );
  }
}
