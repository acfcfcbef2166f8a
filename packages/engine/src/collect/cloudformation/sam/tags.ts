import { type Expansion, type Serverless, tagList } from './expansion.ts';
import { isGiven, literal, member, withMember } from './nodes.ts';

/** Runs an expansion and puts the tags on all it has made, where `PropagateTags` asks for it. */
export function withTags(expansion: Expansion, resource: Serverless, expand: () => void): void {
  const touched = expansion.touchedBy(expand);
  const tags = member(resource.properties, 'Tags');
  const asked = member(resource.properties, 'PropagateTags');
  if (!isGiven(tags) || !isGiven(asked)) return;
  for (const id of touched) {
    const body = expansion.resources.get(id)?.value;
    if (!TAGGED.has(literal(member(body, 'Type')) ?? '')) continue;
    // SAM's own tag gives way to them.
    expansion.change(id, (properties) => withMember(properties, 'Tags', tagList(tags), tags.at), tags.at);
  }
}

/** The types that tags go over to, among those that functions and state machines make or change. */
const TAGGED: ReadonlySet<string> = new Set([
  'AWS::IAM::Role',
  'AWS::IoT::TopicRule',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
]);
