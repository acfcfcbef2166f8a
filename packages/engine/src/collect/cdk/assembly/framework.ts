/** A construct that the CDK library brings along for itself, by its place in the construct tree. */
interface Helper {
  readonly name: string;
  readonly path: RegExp;
}

/**
 * Helpers of the CDK library: functions that run during deployments, with their roles. Their ids are the singletons' UUIDs
 * and names in aws-cdk-lib (`SingletonFunction`, `CustomResourceProvider`, `Provider`); whoever uses the library changes
 * them only by upgrading it.
 */
const HELPERS: readonly Helper[] = [
  helper('log retention', /\/LogRetention[0-9a-f]{32}(\/|$)/),
  helper(
    'bucket deployment',
    /\/Custom::CDKBucketDeployment[0-9A-F]{32}[^/]*(\/|$)|\/AwsCliLayer\/Resource$/,
  ),
  helper('emptying of buckets', /\/Custom::S3AutoDeleteObjectsCustomResourceProvider(\/|$)/),
  helper('emptying of repositories', /\/Custom::ECRAutoDeleteImagesCustomResourceProvider(\/|$)/),
  helper('bucket notifications', /\/BucketNotificationsHandler[0-9a-f]{32}(\/|$)/),
  helper('calls of the AWS SDK', /\/AWS[0-9a-f]{32}(\/|$)/),
  helper(
    'references across regions',
    /\/Custom::CrossRegionExport(Reader|Writer)CustomResourceProvider(\/|$)/,
  ),
  helper('references between strings and lists', /\/Custom::CrossRegionStringParameterReader[^/]*(\/|$)/),
  helper('default security groups', /\/Custom::VpcRestrictDefaultSGCustomResourceProvider(\/|$)/),
  helper('replicas of tables', /\/@aws-cdk--aws-dynamodb\.ReplicaProvider(\/|$)/),
  helper('clusters of EKS', /\/@aws-cdk--aws-eks\.(ClusterResourceProvider|KubectlProvider)(\/|$)/),
  helper('provider framework', /\/framework-(onEvent|isComplete|onTimeout)(\/|$)/),
  helper('custom resources', /\/Custom::[A-Za-z0-9]+CustomResourceProvider(\/|$)/),
  helper('certificate validation', /\/CertificateRequestorFunction(\/|$)/),
];

function helper(name: string, path: RegExp): Helper {
  return { name, path };
}

/** The helper of the CDK library that a construct path belongs to. */
export function frameworkHelper(path: string): string | undefined {
  return HELPERS.find((h) => h.path.test(`/${path}`))?.name;
}
