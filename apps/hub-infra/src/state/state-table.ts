import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

export interface StateTableProps {
  readonly key: IKey;
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
}

/** The name of the index that finds what belongs together. */
const collectionIndex = 'by-collection';

/**
 * What the notifier remembers: which events were alerted, which root sessions are open, and what
 * was counted in them. Without it alerts still go out, possibly doubled.
 */
export class StateTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, props: StateTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Resource', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'expiresAt',
      // Its protection would make the rollback of a failed creation fail. What stays then is an empty
      // table with a name of its own, which costs nothing and stands in nobody's way.
      removalPolicy: props.deletionProtection ? RemovalPolicy.RETAIN : props.removalPolicy,
      deletionProtection: props.deletionProtection,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: collectionIndex,
      partitionKey: { name: 'collection', type: AttributeType.STRING },
      sortKey: { name: 'id', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
  }

  /** The ARN of the index. */
  get indexArn(): string {
    return `${this.table.tableArn}/index/${collectionIndex}`;
  }
}
