const { PutObjectCommand, S3Client } = require('@aws-sdk/client-s3');
const { getSignedUrl } = require('@aws-sdk/s3-request-presigner');

const s3 = new S3Client({});

/** An address to which a browser may put a file for a day. */
exports.create = async ({ event }) => {
  const { key } = JSON.parse(event.body);
  const put = new PutObjectCommand({ Bucket: process.env.UPLOADS_BUCKET, Key: key });
  return { url: await getSignedUrl(s3, put, { expiresIn: 86400 }) };
};
