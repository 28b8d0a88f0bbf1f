export { MessageQueue, type QueueHabits, type QueueMessage } from './message-queue.ts';
export { Queue } from './queue.ts';
