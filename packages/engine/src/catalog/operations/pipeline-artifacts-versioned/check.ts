import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'pipeline-artifacts-versioned',
  requirement: 'OPS-09',
  severity: 'medium',
  effort: 'minutes',
  title: 'Artifacts of pipelines keep their versions',
  gap: {
    one: 'The artifacts of a pipeline can be overwritten',
    many: 'The artifacts of {count} pipelines can be overwritten',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_version_control'] },
  messages: {
    plain: 'the bucket of its artifacts keeps no old versions',
  },
  appliesTo: 'AWS::CodePipeline::Pipeline',
  evaluate: (pipeline, graph) => {
    const stores = pipeline
      .list('ArtifactStores')
      .map((store) => store.text('ArtifactStore.Location'))
      .and(
        pipeline
          .list('ArtifactStore')
          .where((store) => store.has('Location'))
          .map((store) => store.text('Location')),
      );
    return stores
      .flatMap((location) => graph.follow(location, 'AWS::S3::Bucket'))
      .every((bucket) => bucket.text('VersioningConfiguration.Status').is('Enabled'))
      .else('plain');
  },
  fix: 'Switch versioning on in the bucket of the artifacts',
  fixImpact: { downtime: false },
});
