/**
 * Channels of the demo workspace, in order. Columns: name, share of German (0 to 1), share of the traffic,
 * description, topics as `category=Topic`. Categories name the sections of the conversation files; `tickets` is talk
 * about real tickets of the set.
 */
export const channels = `
allgemein|0.75|1.2|Was alle angeht, quer durch alle Standorte|announce=Firma;office=Büro;people=Planung;social=Sonstiges;customer=Kunden;tickets=Tickets
service-desk|0.6|1.6|Fragen und Absprachen zu laufenden Tickets|tickets=Tickets;tickets=Rückfragen;customer=Kundenstimmen;people=Dienstplan;tools=Tipps
field-north|0|1.3|Routes, faults and weather for Scotland and the North East|tour=Routes;tickets=Tickets;wind=Turbines;building=Plant rooms;safety=Safety
field-süd|1|1.3|Touren und Störungen in Süddeutschland, Österreich und der Schweiz|tour=Touren;tickets=Störungen;building=Heizung und Lüftung;safety=Arbeitsschutz
netzwerk|0.65|1.1|Router, Funk, Leitungen, Zertifikate|network=Änderungen;tickets=Störungen;network=Standorte
gebäudetechnik|0.9|1|Wärmepumpen, Lüftung, Zutritt, Kälte|building=Anlagen;tickets=Störungen;parts=Material;customer=Kunden
wind|0.55|1|Windkraftanlagen, Steuerung, Wetterfenster|wind=Anlagen;wind=Wetterfenster;tickets=Störungen;safety=Höhenarbeit
spare-parts|0.4|1|Stock, orders, returns. Bestand, Bestellungen, Rückläufer|parts=Stock;tickets=Orders;parts=Lieferungen;customer=Customers
bereitschaft|0.6|0.9|Übergaben und Einsätze außerhalb der Arbeitszeit|oncall=Übergabe;oncall=Einsätze;tickets=Störungen
werkstatt|0.9|0.7|Reparaturen, Prüfstand, Fahrzeuge|workshop=Reparaturen;workshop=Werkbank;parts=Material;office=Ordnung
safety|0.5|0.4|Arbeitsschutz und Beinaheunfälle, near misses and toolbox talks|safety=Hinweise;safety=Toolbox talks;announce=Wetter
ankündigungen|0.65|0.35|Bekanntmachungen der Firma|announce=Bekanntmachungen
tools-and-tips|0.5|0.4|How do I, wie mache ich|tools=Outpost;tools=Office
random|0.5|0.8|Alles, was nicht Arbeit ist|social=Dies und das;office=Kantine;social=Sport
`

/** Further channels of large sets: one a site or project. */
export const siteTopics = {
  de: 'tour=Einsätze;building=Anlagen;network=Netz;tickets=Störungen;customer=Kunde',
  en: 'tour=Visits;building=Plant;network=Network;tickets=Tickets;customer=Customer',
} as const
