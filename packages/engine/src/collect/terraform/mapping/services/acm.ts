import { META, object, objects, type Service, spelled, TAGS } from '../row.ts';

export const acm: Service = {
  types: [
    {
      from: 'aws_acm_certificate',
      to: 'AWS::CertificateManager::Certificate',
      properties: {
        ...spelled(
          'certificate_authority_arn',
          'domain_name',
          'key_algorithm',
          'subject_alternative_names',
          'validation_method',
        ),
        certificate_body: META,
        certificate_chain: META,
        early_renewal_duration: META,
        private_key: META,
        tags: TAGS,
        options: object('', {
          certificate_transparency_logging_preference: 'CertificateTransparencyLoggingPreference',
        }),
        validation_option: objects('DomainValidationOptions', spelled('domain_name', 'validation_domain')),
      },
    },
  ],
};
