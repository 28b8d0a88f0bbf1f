export {
  failedItems,
  mappingOf,
  sqsEvent,
  whyPollingFails,
  type EventSourceMapping,
} from './event-source-mapping.ts';
export { FunctionProcess, type Invoked } from './function-process.ts';
export { readFunction, type LambdaFunction } from './function.ts';
export { installCommand, lambdaNode, runningNode, type LambdaNode } from './lambda-node.ts';
