/** A template, or a part of it, that CloudFormation would refuse or the simulation cannot read. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}
