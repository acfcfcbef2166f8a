import { oneLine } from './one-line.ts';
import type { Perturbation } from './perturbation.ts';

/** How callers and clients connect, and who may. */
export const CONNECTIONS: readonly Perturbation[] = [
  oneLine({
    check: 'load-balancer-drops-invalid-headers',
    resource: 'aws_lb.inside',
    code: 'resource "aws_lb" "inside" {\n  internal                   = true\n  drop_invalid_header_fields = true\n}\n',
    on: 'drop_invalid_header_fields = true',
    off: 'drop_invalid_header_fields = false',
  }),
];
