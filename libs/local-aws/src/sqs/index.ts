export { Queue, type QueueMessage } from './queue.ts';
