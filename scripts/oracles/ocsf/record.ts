/**
 * Records what OCSF says of the events that the report writes, for its test:
 * `node scripts/oracles/ocsf/record.ts <clone of https://github.com/ocsf/ocsf-schema> <commit>`.
 * Inheritance, includes and the dictionary are resolved; of other objects only the name of their type is kept.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const OBJECTS = ['metadata', 'product', 'finding_info', 'compliance', 'resource_details', 'remediation'];

interface Attribute {
  readonly requirement?: string;
  readonly type?: string;
  readonly is_array?: boolean;
  readonly sibling?: string;
  readonly profile?: string | null;
  readonly enum?: Readonly<Record<string, { readonly caption: string }>>;
  readonly '@deprecated'?: object;
}
type Attributes = Readonly<Record<string, Attribute>>;
interface Definition {
  readonly extends?: string;
  readonly category?: string;
  readonly uid?: number;
  readonly attributes: Attributes & { readonly $include?: string | readonly string[] };
  readonly constraints?: object;
}

const [clone, commit] = process.argv.slice(2);
if (clone === undefined || commit === undefined) throw new Error('which clone, and which commit?');
const git = (...args: string[]) =>
  execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
const read = <T>(path: string): T => JSON.parse(git('show', `${commit}:${path}`)) as T;
const files = git('ls-tree', '-r', '--name-only', commit).split('\n');
const dictionary = read<{ attributes: Attributes }>('dictionary.json').attributes;

/** Attributes of a definition with those that it inherits. Attributes of profiles are left out: none is applied. */
function attributesOf(folder: string, name: string): Record<string, Attribute> {
  const file = files.find((f) => f.startsWith(`${folder}/`) && f.endsWith(`/${name}.json`));
  if (file === undefined) return {};
  const { extends: parent, attributes } = read<Definition>(file);
  const own: Record<string, Attribute> = parent === undefined ? {} : attributesOf(folder, parent);
  for (const [key, attribute] of Object.entries(attributes)) {
    if (key === '$include') continue;
    own[key] = { ...own[key], ...(attribute as Attribute) };
  }
  return own;
}

function recorded(folder: string, name: string): object {
  const attributes = Object.entries(attributesOf(folder, name)).filter(
    ([, attribute]) => attribute.profile === undefined || attribute.profile === null,
  );
  return Object.fromEntries(
    attributes.map(([key, attribute]) => {
      const known = dictionary[key];
      const values = { ...known?.enum, ...attribute.enum };
      return [
        key,
        {
          requirement: attribute.requirement ?? 'optional',
          type: attribute.type ?? known?.type ?? 'string_t',
          ...(known?.is_array === true ? { array: true } : {}),
          ...(known?.sibling === undefined ? {} : { sibling: known.sibling }),
          ...(attribute['@deprecated'] === undefined ? {} : { deprecated: true }),
          ...(Object.keys(values).length === 0
            ? {}
            : { enum: Object.fromEntries(Object.entries(values).map(([id, { caption }]) => [id, caption])) }),
        },
      ];
    }),
  );
}

/** The numbers of the class, which the schema's compiler makes from those of category, class and activity. */
function numbers(): object {
  const finding = read<Definition & { readonly caption: string }>('events/findings/compliance_finding.json');
  const category = read<{ attributes: Record<string, { uid: number; caption: string }> }>('categories.json')
    .attributes['findings']!;
  const uid = category.uid * 1000 + finding.uid!;
  const activities = attributesOf('events', 'compliance_finding')['activity_id']?.enum ?? {};
  const number = (type: string, sibling: string, values: Record<string, string>) => ({
    requirement: 'required',
    type,
    sibling,
    enum: values,
  });
  return {
    category_uid: number('integer_t', 'category_name', { [category.uid]: category.caption }),
    class_uid: number('integer_t', 'class_name', { [uid]: finding.caption }),
    type_uid: number(
      'long_t',
      'type_name',
      Object.fromEntries(
        Object.entries(activities).map(([id, { caption }]) => [
          uid * 100 + Number(id),
          `${finding.caption}: ${caption}`,
        ]),
      ),
    ),
  };
}

const document = {
  source: `https://github.com/ocsf/ocsf-schema at ${commit}`,
  version: read<{ version: string }>('version.json').version,
  compliance_finding: { ...recorded('events', 'compliance_finding'), ...numbers() },
  objects: Object.fromEntries(OBJECTS.map((name) => [name, recorded('objects', name)])),
};
const target = new URL('../../../packages/engine/test/oracles/ocsf/compliance-finding.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(document, null, 2)}\n`);
