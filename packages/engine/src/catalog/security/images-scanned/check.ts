import type { Properties } from '../../../model/graph.ts';
import { all, any } from '../../../model/truth.ts';
import { canFail, commandsOf } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

const pushesImage = (command: Properties) =>
  command.text('text').matches('an image', /\b(docker|podman|buildah|buildx|kaniko|crane|skopeo)\b/);

const looksAtImages = (command: Properties) =>
  command.list('scans').some((subject) => subject.text().is('images'));

export default defineRootCheck({
  id: 'images-scanned',
  requirement: 'SEC-26',
  severity: 'medium',
  effort: 'minutes',
  title: 'Images that a pipeline pushes are scanned, by the pipeline or by the registry',
  gap: {
    one: 'A pipeline pushes images that nothing scans',
    many: 'A pipeline pushes images that nothing scans',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_appsec_automate_testing_throughout_lifecycle'] },
  messages: {
    none: 'no pipeline scans them in a step that can stop it, and no registry here scans what is pushed',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => commandsOf(graph, 'publish').some(pushesImage).asMembership(),
  evaluate: (graph) =>
    any(
      commandsOf(graph, 'scan').some((scan) => all(looksAtImages(scan), canFail(scan))),
      graph
        .of('AWS::ECR::Repository')
        .every((repository) => repository.bool('ImageScanningConfiguration.ScanOnPush').is(true)),
    ).else('none'),
  fix: 'Scan the image before it is pushed (trivy image --exit-code 1), or switch scanning on push on in the registry',
  fixImpact: { downtime: false },
});
