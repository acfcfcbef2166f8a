import type { Service } from '../row.ts';
import { apiGateway } from './api-gateway.ts';
import { apiGatewayV2 } from './api-gateway-v2.ts';
import { dynamodb } from './dynamodb.ts';
import { lambda } from './lambda.ts';
import { s3 } from './s3.ts';

/** The rows of all services; a new service is one file and one line here. */
export const SERVICES: readonly Service[] = [apiGateway, apiGatewayV2, dynamodb, lambda, s3];
