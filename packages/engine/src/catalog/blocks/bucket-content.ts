import { type Graph, type Resource, refersTo } from '../../model/graph.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';

const PIPELINE = 'AWS::CodePipeline::Pipeline';

/**
 * Whether what a bucket holds may be the only copy of something: what services write as logs, what a pipeline builds
 * from the source and what a website publishes can be made again or matters to nobody later.
 */
export function holdsData(bucket: Resource, graph: Graph): Truth {
  return all(
    not(graph.to(bucket, 'logsTo').exist()),
    not(bucket.has('WebsiteConfiguration')),
    not(holdsArtifacts(bucket, graph)),
  );
}

/** Whether a pipeline keeps what it builds there. */
export function holdsArtifacts(bucket: Resource, graph: Graph): Truth {
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
