import type { Expression, FunctionExpression, Statement } from '../syntax/tree.ts';
import type { ClassCell } from './run.ts';

/** Whether an aspect of the application only looks at constructs, tags them or writes annotations. */
export function onlyLooks(cell: ClassCell): boolean {
  if (cell.base !== undefined && cell.base.kind !== 'foreign') return false;
  const visit = cell.node.methods.find((method) => method.name === 'visit');
  if (visit === undefined || cell.node.methods.length > 1) return false;
  return looks(visit.value);
}

function looks({ body }: FunctionExpression): boolean {
  return Array.isArray(body)
    ? (body as readonly Statement[]).every(statementLooks)
    : expressionLooks(body as Expression);
}

function statementLooks(statement: Statement): boolean {
  switch (statement.kind) {
    case 'expression':
      return expressionLooks(statement.value);
    case 'declare':
      return statement.value === undefined || expressionLooks(statement.value);
    case 'if':
      return expressionLooks(statement.test) && [...statement.yes, ...statement.no].every(statementLooks);
    case 'block':
      return statement.body.every(statementLooks);
    case 'return':
      return statement.value === undefined || expressionLooks(statement.value);
    case 'throw':
    case 'leave':
      return true;
    default:
      return false;
  }
}

function expressionLooks(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return true;
    case 'member':
      return expressionLooks(expression.object);
    case 'not':
      return expressionLooks(expression.of);
    case 'binary':
      return expressionLooks(expression.left) && expressionLooks(expression.right);
    case 'conditional':
      return [expression.test, expression.yes, expression.no].every(expressionLooks);
    case 'template':
      return expression.parts.every((part) => typeof part === 'string' || expressionLooks(part));
    case 'call':
      return (
        LOOKING.test(path(expression.callee)) && expression.args.every((arg) => expressionLooks(arg.value))
      );
    default:
      return false;
  }
}

/** Calls that leave properties as they are. */
const LOOKING =
  /(?:^|\.)(?:TagManager\.(?:isTaggable|is_taggable|of)|isinstance|tags\.(?:setTag|set_tag)|Tags\.of\(\)\.(?:add|remove)|Tags\.of|Annotations\.of|Annotations\.of\(\)\.\w+|add(?:Warning|Error|Info)(?:V2)?|console\.\w+|print|Stack\.of|isResolved|is_resolved|startsWith|includes|endsWith)$/;

function path(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind === 'member') return `${path(expression.object)}.${expression.name}`;
  return expression.kind === 'call' ? `${path(expression.callee)}()` : '';
}
