/** What people agree to who use an application. */
export type Policy = 'privacy' | 'terms';

interface Names {
  /** In names of files and in addresses: words with `-`, without accents. */
  readonly name: string;
  /** As headings and links call the whole document. */
  readonly title: string;
}

/** The names that policies have in languages of Europe beside English. Headings are compared without accents. */
const IN_OTHER_LANGUAGES: Readonly<Record<Policy, readonly Names[]>> = {
  privacy: [
    {
      name: 'datenschutz(?:-?(?:erklaerung|erklarung|hinweise?|bestimmungen|richtlinien?|information(?:en)?))?',
      title: 'datenschutz(?:-?(?:erklaerung|erklarung|hinweise?|bestimmungen|richtlinien?|informationen))?',
    },
    {
      name: '(?:politique|charte)-de-confidentialite|confidentialite|vie-privee',
      title:
        '(?:politique|charte|declaration) (?:de|sur la) (?:confidentialite|protection de la vie privee|protection des donnees(?: personnelles| a caractere personnel)?)|confidentialite|vie privee',
    },
    {
      name: '(?:politica|aviso)-(?:de-)?privacida?de?|privacida?de?',
      title: '(?:politicas?|aviso|declaracion|declaracao) de privacida?de?|privacida?de?',
    },
    {
      name: 'informativa(?:-sulla)?-privacy|informativa',
      title: '(?:informativa|politica|normativa) (?:sulla |di )?(?:privacy|riservatezza)|riservatezza',
    },
    {
      name: 'privacy-?(?:verklaring|beleid)',
      title: 'privacy-?(?:verklaring|beleid|statement|reglement)',
    },
    {
      name: 'polityka-prywatnosci|prywatnosc',
      title: 'polityka prywatnosci|prywatnosc',
    },
    {
      name: 'integritetspolicy|privatlivspolitik|personvern(?:erklaering)?|tietosuoja(?:seloste)?|ochrana-osobnich-udaju',
      title:
        'integritetspolicy|privatlivspolitik|personvern(?:erklaering|erklæring)?|tietosuojaseloste|(?:zasady )?ochran[ay] osobnich udaju',
    },
  ],
  terms: [
    {
      name: 'nutzungsbedingungen|agbs?|(?:allgemeine-)?geschae?ftsbedingungen',
      title: '(?:allgemeine )?(?:nutzungs|geschafts|geschaefts)bedingungen|agbs?',
    },
    {
      name: 'conditions-(?:generales-)?(?:d-)?(?:utilisation|vente)|cg[uv]',
      title: "conditions (?:generales )?(?:d['’ ]utilisation|de vente|de service)|cg[uv]",
    },
    {
      name: '(?:terminos|termos)(?:-(?:y|e|de|del)-[a-z]+(?:-de-[a-z]+)?)?|condiciones-(?:de-)?(?:uso|servicio)',
      title:
        '(?:terminos|termos) (?:y condiciones|e condicoes|(?:de|do|del) (?:uso|servicio|servico))(?: de (?:uso|servicio|servico))?|condiciones (?:generales|de uso|del servicio)|condicoes (?:gerais|de uso)',
    },
    {
      name: 'termini(?:-(?:e|di|d)-[a-z]+)?|condizioni-(?:d-|di-|generali)[a-z-]*',
      title:
        "termini (?:e condizioni|di (?:servizio|utilizzo)|d['’ ]uso)(?: d[i'’].{0,20})?|condizioni (?:generali|d['’ ]uso|di (?:servizio|utilizzo))",
    },
    {
      name: '(?:gebruiks|algemene-)voorwaarden',
      title: '(?:gebruiks|algemene )voorwaarden',
    },
    {
      name: 'regulamin|warunki-(?:korzystania|uzytkowania)',
      title: 'regulamin(?: serwisu| sklepu)?|warunki (?:korzystania|uzytkowania)',
    },
  ],
};

const ENGLISH: Readonly<Record<Policy, string>> = {
  privacy: 'privacy (?:policy|notice|statement)',
  terms: '(?:the )?terms (?:of (?:service|use)|(?:and|&|&amp;) conditions)',
};

const both = (of: (policy: Policy) => RegExp): Readonly<Record<Policy, RegExp>> => ({
  privacy: of('privacy'),
  terms: of('terms'),
});
const joined = (policy: Policy, part: keyof Names): string =>
  IN_OTHER_LANGUAGES[policy].map((names) => names[part]).join('|');

/** A whole name of a file or of a part of an address. */
export const NAMES = both((policy) => new RegExp(`^(?:${joined(policy, 'name')})(?:-[a-z]{2})?$`));

/** A whole heading, which may go on with whose policy it is. */
export const TITLES = both(
  (policy) =>
    new RegExp(
      `^(?:${joined(policy, 'title')})(?=$|\\s*[:|,(]|\\s+[-–—]\\s|\\s(?:von|der|des|de|di|du|della|van|od|da|do|dla)\\b)`,
      'i',
    ),
);

const LABELS = both(
  (policy) => new RegExp(`^(?:our |the )?(?:${ENGLISH[policy]}|${joined(policy, 'title')})$`, 'i'),
);

/** Which policy the whole text of a link names. */
export function policyCalled(label: string): Policy | undefined {
  const said = withoutAccents(label).replace(/\s+/g, ' ').trim();
  return (['privacy', 'terms'] as const).find((policy) => LABELS[policy].test(said));
}

/** `é` as `e`, `ł` as `l`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('ß', 'ss');
}
