import { add, type Perturbation, replace } from './perturbation.ts';

export const REACHABILITY: readonly Perturbation[] = [
  {
    check: 'ecs-tasks-not-public',
    given: [
      add(
        'tasks.tf',
        `resource "aws_ecs_service" "tasks" {
  name            = "tasks"
  task_definition = "web:1"

  network_configuration {
    subnets          = ["subnet-1", "subnet-2"]
    assign_public_ip = false
  }
}
`,
      ),
    ],
    resource: 'aws_ecs_service.tasks',
    off: [replace('tasks.tf', 'assign_public_ip = false', 'assign_public_ip = true')],
    at: { file: 'tasks.tf', text: 'assign_public_ip = true' },
    hidden: [replace('tasks.tf', 'assign_public_ip = false', 'assign_public_ip = var.hidden')],
  },
];
