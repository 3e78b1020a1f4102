import { ApiProperty } from '@nestjs/swagger';
import type { InclusionProof, ConsistencyProof, LeafFields } from '#event-store';

const BASE64 = 'SHA-256 digest in base64.';

/** The fields that are hashed; docs/proof.md gives their bytes. */
export class LeafType implements LeafFields {
  @ApiProperty() workspace: string;
  @ApiProperty({ description: 'Dense position in the log: 1, 2, 3 ...' }) seq: number;
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty() stream: string;
  @ApiProperty() version: number;
  @ApiProperty() type: string;
  @ApiProperty() schemaVersion: number;
  @ApiProperty({ description: 'Microseconds since 1970-01-01 UTC.' }) recordedAtMicroseconds: number;
  @ApiProperty({ type: String, nullable: true }) occurredAt: string | null;
  @ApiProperty() actor: string;
  @ApiProperty({ type: String, nullable: true }) causationId: string | null;
  @ApiProperty({ type: String, nullable: true }) correlationId: string | null;
  @ApiProperty({ description: 'Of the data as they are stored, in hexadecimal.' }) dataSha256: string;
  @ApiProperty({ description: 'Of the metadata as they are stored, in hexadecimal.' }) metaSha256: string;
}

export class InclusionProofType implements InclusionProof {
  @ApiProperty({ description: 'seq - 1.' }) leafIndex: number;
  @ApiProperty({ description: 'Events that the checkpoint covers.' }) treeSize: number;
  @ApiProperty() leafVersion: number;
  @ApiProperty({ type: LeafType }) leaf: LeafType;
  @ApiProperty({ description: 'The leaf in base64, without the 0x00 that RFC 9162 puts before it.' })
  leafBytes: string;
  @ApiProperty({ description: BASE64 }) leafHash: string;
  @ApiProperty({
    type: [String],
    description: 'The path of RFC 9162, section 2.1.3, lowest first, in base64.',
  })
  hashes: string[];
  @ApiProperty({ description: BASE64 }) rootHash: string;
  @ApiProperty({ description: 'C2SP signed note.' }) checkpoint: string;
}

export class ConsistencyProofType implements ConsistencyProof {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
  @ApiProperty({ description: BASE64 }) fromRootHash: string;
  @ApiProperty({ description: BASE64 }) toRootHash: string;
  @ApiProperty({ type: [String], description: 'The proof of RFC 9162, section 2.1.4, in base64.' })
  hashes: string[];
}

export class CheckpointType {
  @ApiProperty({ description: 'Events that it covers.' }) size: number;
  @ApiProperty({ description: BASE64 }) rootHash: string;
  @ApiProperty({ format: 'date-time' }) sealedAt: string;
  @ApiProperty({ description: 'C2SP signed note.' }) note: string;
}
