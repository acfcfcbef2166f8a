import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import { isGiven, literal, member, node } from './nodes.ts';

/** How the key of an upload is called that packaging makes from a local path; what follows is the path. */
export const UPLOADED_FROM = 'what packaging uploads from ';

/** Where the code of a function lies: inline, an image, an object in S3, or a path that packaging uploads. */
export function codeAt(properties: MapNode, at: Location): Node {
  if (literal(member(properties, 'PackageType')) === 'Image') {
    const image = member(properties, 'ImageUri');
    return node({ ImageUri: image ?? packaged('the image that sam build makes', at) }, image?.at ?? at);
  }
  const inline = member(properties, 'InlineCode');
  if (inline !== undefined) return node({ ZipFile: inline }, inline.at);
  const image = member(properties, 'ImageUri');
  const uri = member(properties, 'CodeUri');
  if (uri === undefined && image !== undefined) return node({ ImageUri: image }, image.at);
  const type = member(properties, 'PackageType');
  if (type !== undefined && literal(type) === undefined) return packaged('a value for PackageType', type.at);
  return objectAt(uri, 'S3Bucket', 'S3Key', 'S3ObjectVersion', at);
}

/** `{Bucket, Key, Version}` or `s3://bucket/key` under the names of CloudFormation; where packaging puts a path is not known. */
export function objectAt(
  uri: Node | undefined,
  bucket: string,
  key: string,
  version: string,
  at: Location,
): Node {
  const uploaded = (from: string | undefined, place: Location) => {
    const unknown = packaged(
      from === undefined ? 'what packaging uploads' : `${UPLOADED_FROM}${from}`,
      place,
    );
    return node({ [bucket]: unknown, [key]: unknown }, place);
  };
  if (uri === undefined) return uploaded(undefined, at);
  if (uri.kind === 'map') {
    const written = {
      bucket: member(uri, 'Bucket'),
      key: member(uri, 'Key'),
      version: member(uri, 'Version'),
    };
    if (isGiven(written.bucket) && isGiven(written.key)) {
      return node({ [bucket]: written.bucket, [key]: written.key, [version]: written.version }, uri.at);
    }
    return packaged('a Bucket and a Key', uri.at);
  }
  const text = literal(uri);
  const parts = /^s3:\/\/([^/]+)\/+([^?]+)(?:\?(?:.*&)?versionId=([^&]+))?/.exec(text ?? '');
  if (parts === null) return uploaded(text, uri.at);
  return node({ [bucket]: parts[1]!, [key]: parts[2]!, [version]: parts[3] }, uri.at);
}

function packaged(decidedBy: string, at: Location): Node {
  return { kind: 'unreadable', why: 'it is uploaded before the deployment', decidedBy, at };
}
