/** What CloudFormation reserves for the random end of a name and its hyphen. */
const randomEnd = 13;

/**
 * The parts of the name that CloudFormation gives a resource without one of its own:
 * `STACK-LOGICALID-RANDOM`. What does not fit is split evenly between stack and logical ID; what one
 * of them does not need goes to the other.
 *
 * @param longest characters that the service takes: 64 for a role, 80 for a queue
 * @see https://github.com/aws-cloudformation/cloudformation-cli-java-plugin, IdentifierUtils
 */
export function generatedNameParts(
  stackName: string,
  logicalId: string,
  longest: number,
): { readonly stack: string; readonly logicalId: string } {
  const free = longest - randomEnd - 1;
  const half = Math.ceil(free / 2);
  const ofStack =
    stackName.length + logicalId.length <= free
      ? stackName.length
      : Math.min(stackName.length, Math.max(half, free - logicalId.length));
  return {
    stack: stackName.slice(0, ofStack),
    logicalId: logicalId.slice(0, free - ofStack),
  };
}

/** Such a name, with a given end of twelve characters. */
export function generatedName(
  stackName: string,
  logicalId: string,
  longest: number,
  end: string,
): string {
  const parts = generatedNameParts(stackName, logicalId, longest);
  return `${parts.stack}-${parts.logicalId}-${end}`;
}

/**
 * What the generated names of a stack have in common, whatever their logical IDs: with a wildcard,
 * a pattern that a later version of the template fits as well.
 */
export function generatedNamePattern(stackName: string, longest: number): string {
  const sure = Math.ceil((longest - randomEnd - 1) / 2);
  return stackName.length <= sure ? `${stackName}-*` : `${stackName.slice(0, sure)}*`;
}
