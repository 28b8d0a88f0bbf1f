/**
 * Stands in the bundle for the SDK's event streams, which neither SNS nor DynamoDB uses. The SDK
 * imports them dynamically, and esbuild keeps whole every module that such an import shares.
 */
export const EventStreamSerde = undefined;

export const eventStreamSerdeProvider = undefined;
