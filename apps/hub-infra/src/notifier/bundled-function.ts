import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PolicyDocument, Role, ServicePrincipal, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { writeLog } from './permissions.ts';

export interface BundledFunctionProps {
  /** The folder that `nx run notifier:bundle` writes. */
  readonly bundle: string;
  /** The exported function, as "index.handler". */
  readonly handler: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /** What it may do besides writing its log. */
  readonly permissions: readonly PolicyStatement[];
  readonly logRetentionDays: number;
  readonly logRemovalPolicy: RemovalPolicy;
}

/** A function of the notifier's bundle, with a role and a log group of its own. */
export class BundledFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    if (!existsSync(join(props.bundle, 'index.mjs'))) {
      throw new Error(
        `The notifier's bundle is missing: ${props.bundle} has no index.mjs. Run "npx nx run notifier:bundle".`,
      );
    }
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetentionDays,
      removalPolicy: props.logRemovalPolicy,
    });
    const role = new Role(this, 'Role', {
      description: `Root Activity Monitor: what ${props.handler} may do.`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        work: new PolicyDocument({ statements: [...props.permissions, writeLog(logGroup)] }),
      },
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: props.handler,
      code: Code.fromAsset(props.bundle),
      memorySize: 256,
      timeout: props.timeout,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      environment: props.environment,
    });
  }
}
