export { refusalOfBatch } from './batch-rules.ts';
export { chatChannelsOf } from './chat-channels.ts';
export { deliveriesOf, type Delivery } from './delivery.ts';
export { SnsEndpoint, type EndpointSettings, type Refused } from './endpoint.ts';
export { textFor, type AcceptedMessage, type PublishEntry } from './message.ts';
export { payloadFor } from './notification.ts';
export { refusalOfPublisher } from './permission.ts';
export { refusalOf } from './publish-rules.ts';
export {
  errorAnswer,
  publishAnswer,
  readPublishRequest,
  type PublishRequest,
} from './query-protocol.ts';
export { sizeOfTextMessage } from './text-message.ts';
export { topicsOf, type Topic } from './topic.ts';
