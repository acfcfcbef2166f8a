import type { FactNode } from '../../model/resource.ts';
import { known, objectOf } from '../../model/value.ts';
import type { RootCandidate } from '../collected.ts';
import { join } from '../files/paths.ts';
import type { RootEvaluation } from './root.ts';

/** The archives that a root makes of folders and files of the repository (`data "archive_file"`), as facts. */
export function archiveFacts(evaluation: RootEvaluation, root: RootCandidate): readonly FactNode[] {
  return evaluation.instances().modules.flatMap((module) =>
    [...module.configuration.data.values()]
      .filter((block) => block.labels[0] === 'archive_file')
      .flatMap((block) => module.resource('data', 'archive_file', block.labels[1]!)?.instances ?? [])
      .flatMap((archive): readonly FactNode[] => {
        const output = archive.argument('output_path');
        const folder = archive.argument('source_dir');
        const file = archive.argument('source_file');
        const source = folder ?? file;
        if (output?.kind !== 'known' || source?.kind !== 'known' || typeof source.value !== 'string')
          return [];
        const inside = join(root.path, source.value);
        if (inside === undefined) return [];
        const properties = objectOf(
          {
            output,
            [folder === undefined ? 'file' : 'folder']: known(inside, source.origin),
          },
          archive.origin,
        );
        return [{ kind: 'archive', properties, origin: archive.origin }];
      }),
  );
}
