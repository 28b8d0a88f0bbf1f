import type { Templates } from '../flow/organization.ts';

/** The hub with these subscriptions of the alert topic, and no others. */
export function withSubscriptions(
  templates: Templates,
  ...subscriptions: readonly Readonly<Record<string, unknown>>[]
): Templates {
  const { template } = templates.hub;
  const [topic] = Object.keys(template.Resources).filter(
    (id) => template.Resources[id]?.Type === 'AWS::SNS::Topic' && id.startsWith('Alerts'),
  );
  const others = Object.entries(template.Resources).filter(
    ([, { Type }]) => Type !== 'AWS::SNS::Subscription',
  );
  const own = subscriptions.map((properties, index) => [
    `Subscription${index}`,
    {
      Type: 'AWS::SNS::Subscription',
      Properties: { TopicArn: { Ref: topic }, ...properties },
    },
  ]);
  const Resources = { ...Object.fromEntries(others), ...Object.fromEntries(own) };
  return { ...templates, hub: { ...templates.hub, template: { ...template, Resources } } };
}
