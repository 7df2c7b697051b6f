/** Customers of the demo company. All invented, all under `.example`. Columns: name, domain, town, language. */

export const organisations = `
Molkerei Tannberg|molkerei-tannberg.example|Kempten|de
Windpark Süderhever GbR|windpark-suederhever.example|Husum|de
Klinikum Hohenfeld|klinikum-hohenfeld.example|Kassel|de
Holzwerk Pichl|holzwerk-pichl.example|Liezen|de
Hotel Alpenblick Parsenn|alpenblick-parsenn.example|Davos|de
Stadtwerke Eiderstadt|sw-eiderstadt.example|Rendsburg|de
Brunnfeld Logistik|brunnfeld-logistik.example|Linz|de
Autohaus Rehm|autohaus-rehm.example|Ulm|de
Bäckerei Lohmann|baeckerei-lohmann.example|Flensburg|de
Schulverband Amt Geltow|schulverband-geltow.example|Potsdam|de
Zimmerli Präzision|zimmerli-praezision.example|Winterthur|de
Seilbahn Gratstein|gratstein-bahn.example|Chur|de
Kühlhaus Nordkai|kuehlhaus-nordkai.example|Bremerhaven|de
Pflegeheim Lindenhof|lindenhof-pflege.example|Graz|de
Druckerei Sommerfeld|druckerei-sommerfeld.example|Leipzig|de
Agrargenossenschaft Uckertal|agrar-uckertal.example|Prenzlau|de
Wasserverband Mittelau|wv-mittelau.example|Celle|de
Kanzlei Voss und Ahrens|voss-ahrens.example|Hamburg|de
Harrow Fell Wind Ltd|harrowfell.example|Carlisle|en
Kestrel Foods|kestrel-foods.example|Leeds|en
Dunmore Distillery|dunmore-distillery.example|Inverness|en
Thirlby Cold Storage|thirlby-cold.example|Hull|en
St Brannoc's Academy|st-brannocs.example|Exeter|en
Northgate Parcels|northgate-parcels.example|Sheffield|en
Calder Valley Textiles|calder-textiles.example|Halifax|en
Skerry Isles Council|skerry-isles.example|Kirkwall|en
Penhallow Hotels|penhallow.example|Truro|en
Ashdown Veterinary Group|ashdown-vets.example|Lewes|en
Larkfield Community Hospital|larkfield-hospital.example|Norwich|en
Marram Bay Offshore|marrambay.example|Aberdeen|en
Fenwick Printworks|fenwick-print.example|Durham|en
Oxley Precision|oxley-precision.example|Derby|en
`

/** For sets that need more customers than the list above: kind x town. */
export const moreKinds = {
  de: [
    'Stadtwerke',
    'Spedition',
    'Gemeindewerke',
    'Sägewerk',
    'Klinik',
    'Windpark',
    'Berufsschule',
    'Brauerei',
    'Gartenbau',
    'Metallbau',
  ],
  en: [
    'Logistics',
    'Borough Council',
    'Foods',
    'Wind Farm',
    'Engineering',
    'Academy',
    'Brewery',
    'Storage',
    'Clinic',
    'Estates',
  ],
} as const satisfies Record<string, readonly string[]>

export const moreTowns = {
  de: [
    'Ahrensfelde',
    'Bühlau',
    'Dornach',
    'Erlbach',
    'Friedau',
    'Grünthal',
    'Hallstedt',
    'Isernhof',
    'Kirchmoor',
    'Lauenried',
    'Mühlau',
    'Neudorf',
    'Oberwald',
    'Quellstadt',
  ],
  en: [
    'Aldermoor',
    'Brackley',
    'Coldwater',
    'Dunsford',
    'Elmhurst',
    'Farrowby',
    'Glenmore',
    'Hathersby',
    'Kirkburn',
    'Longmarsh',
    'Millbrook',
    'Netherton',
    'Oakhaven',
    'Ravensby',
  ],
} as const satisfies Record<string, readonly string[]>
