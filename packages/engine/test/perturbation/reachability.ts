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
  {
    check: 'database-subnets-private',
    given: [
      add(
        'subnets.tf',
        `resource "aws_vpc" "data" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "data" {
  vpc_id          = aws_vpc.data.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.access.arn
}

resource "aws_internet_gateway" "data" {
  vpc_id = aws_vpc.data.id
}

resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.data.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_route_table" "data" {
  vpc_id = aws_vpc.data.id
}

resource "aws_route" "out" {
  route_table_id         = aws_route_table.data.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = "nat-0123456789"
}

resource "aws_route_table_association" "data" {
  subnet_id      = aws_subnet.data.id
  route_table_id = aws_route_table.data.id
}

resource "aws_db_subnet_group" "data" {
  name       = "data"
  subnet_ids = [aws_subnet.data.id]
}
`,
      ),
    ],
    resource: 'aws_db_subnet_group.data',
    off: [replace('subnets.tf', '"nat-0123456789"', 'aws_internet_gateway.data.id')],
    at: { file: 'subnets.tf', text: 'gateway_id             = aws_internet_gateway.data.id' },
    hidden: [replace('subnets.tf', '"nat-0123456789"', 'var.hidden')],
  },
  {
    check: 'gateway-endpoints',
    given: [
      add(
        'endpoints.tf',
        `resource "aws_vpc" "endpoints" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "endpoints" {
  vpc_id          = aws_vpc.endpoints.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.access.arn
}

resource "aws_subnet" "endpoints" {
  vpc_id     = aws_vpc.endpoints.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_nat_gateway" "endpoints" {
  subnet_id = aws_subnet.endpoints.id
}

resource "aws_vpc_endpoint" "tables" {
  vpc_id       = aws_vpc.endpoints.id
  service_name = "com.amazonaws.us-east-1.dynamodb"
}

resource "aws_vpc_endpoint" "objects" {
  vpc_id       = aws_vpc.endpoints.id
  service_name = "com.amazonaws.us-east-1.s3"
}
`,
      ),
    ],
    resource: 'aws_vpc.endpoints',
    off: [replace('endpoints.tf', '"com.amazonaws.us-east-1.s3"', '"com.amazonaws.us-east-1.logs"')],
    at: { file: 'endpoints.tf', text: '"com.amazonaws.us-east-1.dynamodb"' },
    hidden: [replace('endpoints.tf', '"com.amazonaws.us-east-1.s3"', 'var.hidden')],
  },
  {
    check: 'search-in-network',
    given: [
      add(
        'search.tf',
        `resource "aws_opensearch_domain" "products" {
  domain_name = "products"

  vpc_options {
    subnet_ids = ["subnet-a"]
  }
}
`,
      ),
    ],
    resource: 'aws_opensearch_domain.products',
    off: [replace('search.tf', '["subnet-a"]', '[]')],
    at: { file: 'search.tf', text: 'subnet_ids = []' },
    hidden: [replace('search.tf', '["subnet-a"]', 'var.hidden')],
  },
  {
    check: 'functions-have-way-out',
    given: [
      add(
        'inside.tf',
        `resource "aws_vpc" "inside" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "inside" {
  vpc_id          = aws_vpc.inside.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.access.arn
}

resource "aws_internet_gateway" "inside" {
  vpc_id = aws_vpc.inside.id
}

resource "aws_subnet" "inside" {
  vpc_id     = aws_vpc.inside.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_route_table" "inside" {
  vpc_id = aws_vpc.inside.id
}

resource "aws_route" "inside" {
  route_table_id         = aws_route_table.inside.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = "nat-0123456789"
}

resource "aws_route_table_association" "inside" {
  subnet_id      = aws_subnet.inside.id
  route_table_id = aws_route_table.inside.id
}

resource "aws_lambda_function" "inside" {
  function_name = "inside"
  role          = "arn:aws:iam::123456789012:role/inside"

  vpc_config {
    subnet_ids         = [aws_subnet.inside.id]
    security_group_ids = ["sg-1"]
  }
}
`,
      ),
    ],
    resource: 'aws_lambda_function.inside',
    off: [replace('inside.tf', '"nat-0123456789"', 'aws_internet_gateway.inside.id')],
    at: { file: 'inside.tf', text: 'gateway_id             = aws_internet_gateway.inside.id' },
    hidden: [replace('inside.tf', '"nat-0123456789"', 'var.hidden')],
  },
  {
    check: 'hosts-not-public',
    given: [
      add(
        'host.tf',
        `resource "aws_instance" "job" {
  ami                         = "ami-1"
  instance_type               = "t3.micro"
  associate_public_ip_address = false
}
`,
      ),
    ],
    resource: 'aws_instance.job',
    off: [replace('host.tf', 'associate_public_ip_address = false', 'associate_public_ip_address = true')],
    at: { file: 'host.tf', text: 'associate_public_ip_address = true' },
    hidden: [
      replace('host.tf', 'associate_public_ip_address = false', 'associate_public_ip_address = var.hidden'),
    ],
  },
];
