import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { configuration } from '../configuration.ts';

const Bucket = configuration.exportsBucket;
const HOUR_SECONDS = 3_600;

export const storage = new S3Client({
  region: 'us-east-1',
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
});

export async function keep(Key: string, Body: string) {
  await storage.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'text/csv' }));
}

/** An address from which the export can be read for an hour. */
export const linkTo = (Key: string) =>
  getSignedUrl(storage, new GetObjectCommand({ Bucket, Key }), { expiresIn: HOUR_SECONDS });
