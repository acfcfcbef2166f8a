import type { Resource } from '../../model/graph.ts';
import { all, any, type Truth } from '../../model/truth.ts';

/** Whether Terraform writes an argument only once: what it says afterwards, something else decides. */
export function leftAlone(resource: Resource, argument: string): Truth {
  const path = 'lifecycle.ignore_changes';
  const { meta } = resource;
  return all(
    meta.has('lifecycle').asMembership(),
    meta.has(path).asMembership(),
    any(
      all(meta.at(path).text().isPlain().asMembership(), meta.text(path).is('all')),
      meta.list(path).some((name) => name.text().is(argument)),
    ),
  );
}
