import { type Graph, type Resource, refersTo } from '../../model/graph.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';
import { originsOf } from './cdn-origin.ts';
import { isAllowed } from './grants.ts';

const PIPELINE = 'AWS::CodePipeline::Pipeline';

/**
 * Whether what a bucket holds may be the only copy of something: what services write as logs, what a pipeline builds
 * from the source, what functions are packaged in and what a website publishes can be made again or matters to nobody later.
 */
export function holdsData(bucket: Resource, graph: Graph): Truth {
  return all(
    not(graph.to(bucket, 'logsTo').exist()),
    not(bucket.has('WebsiteConfiguration')),
    not(holdsArtifacts(bucket, graph)),
  );
}

/** Whether a pipeline keeps what it builds there, or it holds the packages of functions and nothing else. */
export function holdsArtifacts(bucket: Resource, graph: Graph): Truth {
  return any(isOfPipeline(bucket, graph), all(holdsPackages(bucket, graph), not(isUsed(bucket, graph))));
}

function isOfPipeline(bucket: Resource, graph: Graph): Truth {
  return graph.of(PIPELINE).some((pipeline) =>
    any(
      pipeline
        .list('ArtifactStores')
        .some((store) =>
          all(
            store.has('ArtifactStore.Location').asMembership(),
            refersTo(store.text('ArtifactStore.Location'), bucket),
          ),
        ),
      all(
        pipeline.has('ArtifactStore.Location').asMembership(),
        refersTo(pipeline.text('ArtifactStore.Location'), bucket),
      ),
    ),
  );
}

/** Whether functions, or their layers, are made from what is in it. */
function holdsPackages(bucket: Resource, graph: Graph): Truth {
  return any(
    ...PACKAGED.map(([type, property]) =>
      graph
        .of(type)
        .some((one) => all(one.has(property).asMembership(), refersTo(one.text(property), bucket))),
    ),
  );
}

const PACKAGED = [
  ['AWS::Lambda::Function', 'Code.S3Bucket'],
  ['AWS::Lambda::LayerVersion', 'Content.S3Bucket'],
] as const;

/** Whether something else may be in it: somebody is let to it, told its name, called by what comes into it, or shows what is in it. */
function isUsed(bucket: Resource, graph: Graph): Truth {
  return any(
    bucket.has('NotificationConfiguration'),
    bucket.has('CorsConfiguration'),
    isAllowed(bucket, 's3', graph),
    graph.of('AWS::S3::BucketPolicy').some((policy) =>
      all(
        refersTo(policy.text('Bucket'), bucket),
        policy.list('PolicyDocument.Statement').some((statement) => statement.text('Effect').is('Allow')),
      ),
    ),
    graph
      .of('AWS::Lambda::Function')
      .some((fn) =>
        fn
          .entries('Environment.Variables')
          .some(({ key, value }) =>
            all(key.matches('a name of a place of files', PLACE), refersTo(value, bucket)),
          ),
      ),
    graph
      .of('AWS::CloudFront::Distribution')
      .some((distribution) =>
        originsOf(distribution).some((origin) => refersTo(origin.text('DomainName'), bucket)),
      ),
  );
}

const PLACE = /BUCKET|S3|STORAGE|STORE|FILES|UPLOAD|MEDIA|ASSET|DOCUMENT/i;
