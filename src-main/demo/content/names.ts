/** Names of invented people. The `f` and `m` lists matter for the German form of address. */

export const firstNames = {
  de: {
    f: 'Anna Birgit Carina Daniela Elke Franziska Gudrun Heike Ines Julia Karin Lena Martina Nadine Petra Regula Sabine Tanja Ursula Verena Miriam Aylin Zeynep Selina'.split(
      ' ',
    ),
    m: 'Andreas Bernd Christoph Dieter Emre Florian Gerhard Hannes Ivan Jonas Klaus Lukas Matthias Niklas Oliver Patrick Reto Stefan Thomas Urs Volker Wolfgang Yusuf Mirko'.split(
      ' ',
    ),
  },
  en: {
    f: 'Alice Beth Claire Deborah Emily Fiona Grace Hannah Isla Joanne Kirsty Laura Megan Nicola Olivia Priya Rachel Sophie Tara Wendy'.split(
      ' ',
    ),
    m: 'Adam Ben Callum Darren Ewan Fraser Gareth Harry Imran Jack Kieran Liam Marcus Neil Owen Patrick Ryan Stuart Tom Will'.split(
      ' ',
    ),
  },
} as const satisfies Record<string, Record<string, readonly string[]>>

export const lastNames = {
  de: 'Albrecht Bachmann Christen Deutinger Eberl Frey Gruber Hansen Imhof Jessen Kaufmann Lorenz Mayrhofer Nissen Obermoser Petersen Rösler Schuster Thomsen Unterberger Vogt Wieland Zimmerli Yıldız Lehner Kovač Hinrichs Brügger Steiner Reimers Pichler Behrens'.split(
    ' ',
  ),
  en: 'Ashworth Barker Connolly Drummond Ellis Fairley Graham Holt Iqbal Jenkins Kerr Lawson MacLeod Naylor Oakes Patel Rowntree Shaw Thornton Walker Whitfield Young Doyle Sutherland Khan Booth'.split(
    ' ',
  ),
} as const satisfies Record<string, readonly string[]>

/** The people of the demo, in order; a larger workspace goes on with generated ones. Columns: name, role, language, title, team (a queue key). */
export const staff = `
Jana Brandt|agent|de|Service Desk, 2nd Level|desk
Henrik Petersen|owner|de|Geschäftsführer|none
Miriam Hofstetter|admin|de|Leitung Service Desk|desk
Stuart MacLeod|admin|en|Field Operations Manager UK|wind
Tobias Lindner|agent|de|Servicetechniker Windkraft|wind
Aylin Demir|agent|de|Netzwerktechnikerin|network
Callum Reid|agent|en|Field Engineer, Scotland|building
Regula Zimmerli|agent|de|Gebäudetechnik Schweiz|building
Priya Nair|agent|en|Service Desk Analyst|desk
Matthias Gruber|agent|de|Servicetechniker Österreich|building
Fiona Ashworth|agent|en|Spare Parts Coordinator|parts
Bernd Nissen|agent|de|Lager und Versand|parts
Emily Thornton|agent|en|Field Engineer, North East|wind
Lukas Wieland|agent|de|SPS- und Regelungstechnik|wind
Sabine Kaufmann|agent|de|Disposition|parts
Gareth Jenkins|agent|en|Network Engineer|network
Selina Frey|agent|de|Auszubildende IT-Systemelektronik|desk
Owen Barker|agent|en|On-call Lead UK|building
Katrin Behrens|agent|de|Buchhaltung|accounts
Yusuf Arslan|agent|de|Werkstatt|parts
Rachel Holt|agent|en|Health and Safety Adviser|accounts
Hannes Pichler|agent|de|Servicetechniker Wärmepumpen|building
Dörte Jessen|guest|de|Subunternehmen Rotorblattservice Jessen|none
Neil Sutherland|guest|en|Contractor, Sutherland Rope Access|none
`

export const titles = {
  de: [
    'Servicetechnik Windkraft',
    'Servicetechnik Gebäude',
    'Service Desk',
    'Netzwerktechnik',
    'Disposition',
    'Lager',
    'Werkstatt',
    'Projektleitung',
  ],
  en: [
    'Field Engineer',
    'Service Desk Analyst',
    'Network Engineer',
    'Site Coordinator',
    'Stores',
    'Controls Engineer',
    'Project Manager',
    'Scheduler',
  ],
} as const satisfies Record<string, readonly string[]>
