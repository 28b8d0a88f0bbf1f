export { eventBuses, type EventBus } from './event-bus.ts';
export { putByCustomer, refusalOfCustomerEvent } from './put-events.ts';
export { matchRule, nearestReasons, rulesOn, type Rule, type RuleTarget } from './rule.ts';
export { schedulesOf, type Schedule } from './schedule.ts';
