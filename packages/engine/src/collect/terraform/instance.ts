import type { Condition } from '../../model/condition.ts';
import type { Origin } from '../../model/origin.ts';
import type { ObjectValue, Value } from '../../model/value.ts';

/** One evaluated resource instance, still in Terraform's vocabulary. The mapping turns it into graph resources. */
export interface TerraformInstance {
  /** `module.network["a"].aws_subnet.private[0]`; a symbolic instance of an unknown count or for_each is `…[?]`. */
  readonly address: string;
  /** `aws_subnet` */
  readonly type: string;
  readonly name: string;
  readonly exists: Condition;
  /**
   * Arguments by name as evaluated; nested blocks are lists of objects under the block's name, `dynamic` expanded.
   * `tags_all` is `tags` merged over the provider's `default_tags`.
   */
  readonly config: ObjectValue;
  /** `lifecycle`, `depends_on`, `provider` region where known. */
  readonly meta: ObjectValue;
  readonly origin: Origin;
  /** True where `count`/`for_each` is unknown and this stands for any number of instances. */
  readonly symbolic: boolean;
  /** Region of the provider that it uses. */
  readonly region?: Value;
}
