import type { Condition } from './condition.ts';
import type { Origin } from './origin.ts';
import type { ObjectValue } from './value.ts';

/** A resource of the graph, in CloudFormation's vocabulary whichever source it came from. */
export interface ResourceNode {
  /** CloudFormation type name: `AWS::Lambda::Function`; an unmapped type keeps its own name. */
  readonly type: string;
  /** `aws_lambda_function.api`, `module.a.aws_sqs_queue.q["x"]`, a logical id, a construct path or an ARN. Unique in its graph. */
  readonly address: string;
  /** `always`, or the open condition under which it exists. */
  readonly exists: Condition;
  /** By CloudFormation property name. */
  readonly properties: ObjectValue;
  readonly origin: Origin;
  /** Words of the source language for what is not a property: `lifecycle`, `DeletionPolicy`, `depends_on`. */
  readonly meta?: ObjectValue;
  /** How other resources may name it: literal names and ARNs; see `Identity`. */
  readonly identity?: Identity;
  /** Addresses of the blocks that were joined into it: a reference to one of them means this resource. */
  readonly joined?: readonly string[];
  /** True for a resource of a linked template that is context here and is judged with its own root. */
  readonly foreign?: boolean;
  /** The helper of a framework that it belongs to (`log retention`): its user changes it only by upgrading the framework. */
  readonly framework?: string;
  /** Its region where the code says it; `?` and what decides it where that has no value here. */
  readonly region?: string;
  /** Where the same expression is the same value: one stack of one template. */
  readonly scope?: string;
  /** Source type before mapping (`aws_lambda_function`), where it differs. */
  readonly sourceType?: string;
}

/**
 * Names under which other code can mean this resource. `name` is the property that holds its name;
 * `arn` a pattern in which `{name}` stands for it and `*` for account, region and partition.
 */
export interface Identity {
  readonly name?: string;
  readonly arn?: string;
  /** Other texts that mean it: `/aws/lambda/{name}`. */
  readonly also?: readonly string[];
}

/** A place that could hold more than we saw: an unreadable file, a module that is not there, an undecided template. */
export interface NotSeen {
  readonly what: string;
  readonly why: string;
  /** What would decide it, as an instruction: `run terraform init`. */
  readonly decidedBy: string;
  /** What decides it decides more than this place, and is named without it. */
  readonly decidesMore?: boolean;
  readonly origin?: Origin;
  /** It holds other things than this root's own: what is absent here may be there, but no resource of ours is hidden in it. */
  readonly beyond?: boolean;
  /** The only types of which resources can be hidden in it, where that is known: an OpenAPI document holds routes. */
  readonly holds?: readonly string[];
  /** Types of which nothing is hidden in it but helpers of a library: they run no code of the repository. */
  readonly helpersOnly?: readonly string[];
  /** The only types of resources elsewhere of which something can be set in it; any unless that is known. */
  readonly configures?: readonly string[];
  /** What is read of it, and what is not, stands in the graph of the repository itself. */
  readonly toldWithCode?: boolean;
  /** Types of which nothing can be hidden in it: no Terraform module holds a workflow of the pipeline. */
  readonly lacks?: readonly string[];
}

/** A typed observation that is not a resource: a file that exists, an environment with values of its own. */
export interface FactNode {
  readonly kind: string;
  readonly properties: ObjectValue;
  readonly origin: Origin;
}

/** A typed relation between resources, as data. */
export interface EdgeRule {
  /**
   * From the one that names to the one that is named:
   * `alarmsOn`, `alertsThrough`, `assigns`, `attachedTo`, `authorizedBy`, `backedUpBy`, `bounds`, `configures`,
   * `consumes`, `deadLettersTo`, `egressRulesOf`, `encryptedWith`, `fronts`, `grants`, `guardedBy`,
   * `hasPolicy`, `invokes`, `keyOf`, `locatedIn`, `logsTo`, `mapsDomainTo`, `memberOf`, `notifies`,
   * `parametersOf`, `permits`, `protects`, `readsSecret`, `registersWith`, `replicates`, `rotates`,
   * `routes`, `routesTo`, `rulesOf`, `runs`, `scales`, `selects`, `storesIn`, `throttles`, `usesRole`,
   * `watches`
   */
  readonly edge: string;
  /** Type of the resource that names the other one. */
  readonly from: string;
  /** Property path in `from`; `[]` steps into each list member, `[Name=X]` into those whose member `Name` is X. */
  readonly path: string;
  /** Types that the path can point to. */
  readonly to: readonly string[];
}
