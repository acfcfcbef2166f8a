import type { Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, not, type Truth } from '../../model/truth.ts';

const ORIGINS = 'DistributionConfig.Origins';

/** An origin without a configuration of its own is a bucket: CloudFront knows no third kind. */
export function isBucket(origin: Properties): Truth {
  return all(not(origin.has('CustomOriginConfig')), not(origin.has('VpcOriginConfig'))).asMembership();
}

export function originsOf(distribution: Resource): Many<Properties> {
  return distribution.list(ORIGINS);
}

/** The origin that answers where no path says otherwise. */
export function defaultOrigin(distribution: Resource): Many<Properties> {
  return originsOf(distribution).where((origin) =>
    distribution
      .text('DistributionConfig.DefaultCacheBehavior.TargetOriginId')
      .ask((id) => origin.text('Id').is(id)),
  );
}
