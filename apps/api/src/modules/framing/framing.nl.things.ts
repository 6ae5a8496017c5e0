import { listed } from './framing.rule.ts'

/** Verbs by which somebody has decided already; in Dutch they stand at the end. */
export const NL_MAKE = listed(`
  ontwikkelen | bouwen | ontwerpen | (?:op)?zetten | opzetten | op te zetten | lanceren | inkopen | aanschaffen | kopen | invoeren | introduceren | inzetten |
  uitrollen | starten | opstarten | oprichten | openen | aanbesteden | realiseren | implementeren | plaatsen | ophangen | aanleggen | regelen |
  aanstellen | aannemen | inhuren | contracteren | financieren | subsidiëren | bekostigen | inrichten | organiseren | aanbieden | geven | verzorgen | creëren | laten (?:bouwen|maken|ontwikkelen|ontwerpen) |
  installeren | uitbreiden | uitdelen | verspreiden | vormgeven | neerzetten | bijbouwen | instellen | benoemen | beginnen
`)

/** Things a person can hold, plug in or log in to. Dutch joins words, so a thing may stand at the end of one. */
export const NL_TOOL = listed(`
  (?:[\\p{L}-]+-)?apps? | (?:buurt|wijk|zorg|burger|jongeren|mantelzorg|meld|afval|parkeer|reis|gezondheids|vrijwilligers)-?apps? | [\\p{L}-]*websites? | [\\p{L}-]*webpagina's? | [\\p{L}-]*(?:platform|platforms|platformen|platformpje) |
  [\\p{L}-]*porta(?:al|len|ls?) | [\\p{L}-]*chatbots? | [\\p{L}-]*dashboards? | [\\p{L}-]*databases? | [\\p{L}-]*software | [\\p{L}-]*sensor(?:en|s)? | [\\p{L}-]*robots? | domotica | e-?health | beeldbellen | [\\p{L}-]*camera(?:'s)? | cameratoezicht |
  ai | kunstmatige intelligentie | algoritmes? | machine learning | data-?analyse | big data | slimme (?:[\\p{L}-]+) | drones? | vr(?:-bril(?:len)?)? | qr-?codes? | virtual reality | technologie | zorgtechnologie | ict | digitale? (?!kloof|wereld|uitsluiting|vaardig|inclusie|samenleving|drempel|achterstand)[\\p{L}-]+ | online (?!is|zijn|te )[\\p{L}-]+ |
  deelscooters? | deelfietsen | deelauto's? | laadpalen | warmtepompen | zonnepanelen | drempels | paaltjes | whatsapp-?groep(?:en)? | appgroep(?:en)? | facebook-?(?:groep(?:en)?|pagina's?) | tablets? | ipads? | sociale kaart | informatiesyste(?:em|men) | [\\p{L}-]*registratiesyste(?:em|men) | reserveringssyste(?:em|men) | klantvolgsysteem | zelfscankassa's | scanauto's? | wearables? | kiosken? | zuilen
`)

/** Services, posts, money and rules: something to be run. */
export const NL_SERVICE = listed(`
  (?:\\p{L}+)?dienst(?:en)? | [\\p{L}-]*(?:cursus|cursussen|training|trainingen|workshop|workshops|lessen) | [\\p{L}-]*(?:regeling|regelingen|subsidie|subsidies|fonds|voucher|vouchers|tegoedbon|tegoedbonnen|strippenkaart) |
  [\\p{L}-]*(?:project|projecten|programma|programma's|traject|trajecten|initiatief) | [\\p{L}-]*(?:team|teams|meldpunt|hulplijn|telefoonlijn|spreekuur|spreekuren|loket|loketten|helpdesk|netwerk) | [\\p{L}-]*(?:coach|coaches|coördinator|coördinatoren|consulent|consulenten|makelaar|adviseur|ambassadeur|ambassadeurs|verpleegkundige|conciërge|buurtconciërges?|ondersteuner|ondersteuners|boa|boa's|straatcoaches|toezichthouders?|regisseur) |
  [\\p{L}-]*(?:begeleiding|dagbesteding|contract|contracten|abonnement|pas|pilot|proef|aanbod) | welzijn op recept | maatjes(?:project)? | boetes? | mentoren | [\\p{L}-]*mentoraat | [\\p{L}-]*(?:club|groep) | taskforce | convenant | keurmerk | ouderavond(?:en)? | deeltaxi | pendelbus(?:je)? | buurtbus(?:je)? | voedselpakketten | werkplekken | stageplekken | vrijwilligersvacatures
`)

/** Things of brick, tar and paint. */
export const NL_PLACE = listed(`
  [\\p{L}-]*(?:centrum|centra|huis|huizen|hub|hubs|gebouw|gebouwen|park|parken|tuin|tuinen|moestuin|winkel|winkels|café|kantine|loods|hal|hallen|opvang|opvanglocatie|speeltuin|speeltuinen|skatebaan|pumptrack|parkeerplaatsen|parkeergarage|fietspad|fietspaden|fietsenstalling|fietsenstallingen|zebrapad|zebrapaden|bankjes|verlichting|lantaarnpalen|prullenbakken|bakken|containers|hekken|borden|abri's|sportveld|sportvelden|trapveldje|woningen|kas|buurtkamer|huiskamer|keuken|bibliotheek|voedselbank|weggeefkast|speelplek|speelplekken|jongerenplek|zwembad|kliniek|inloop|inlooppunt|steunpunt|steunpunten|milieuzone)
`)

/** Telling people. */
export const NL_CAMPAIGN = listed(`
  [\\p{L}-]*campagnes? | [\\p{L}-]*(?:folder|folders|flyer|flyers|poster|posters|brochure|brochures|nieuwsbrief|nieuwsbrieven|video|video's|filmpje|filmpjes|podcast|podcasts|spotje|spotjes) | [\\p{L}-]*(?:bijeenkomst|bijeenkomsten|festival|evenement|evenementen|congres|symposium|markt|informatieavond|informatieavonden|voorlichtingsavond|themaweek|wedstrijd|prijsvraag) | voorlichting | social media | advertenties | reclame | bewustwording
`)

/** Whom a rewrite may speak of: an easier week is for people, not for repairs. */
export const NL_WHO = listed(`
  mantelzorgers | bewoners | inwoners | ouders | jongeren | huurders | mensen | ouderen | gezinnen | buren | patiënten | leerlingen | kinderen | studenten | vrijwilligers | mannen | vrouwen |
  gepensioneerden | vluchtelingen | moeders | vaders | grootouders | nieuwkomers | ondernemers | verenigingen | buurtgroepen | forenzen | fietsers | veteranen | statushouders | werkzoekenden | senioren | volwassenen | tieners | pubers
`)

/** Firms, brands and bodies that are often thought of first. A list, because a capital letter proves nothing. */
export const NL_NAMED = listed(`
  google | microsoft | amazon | alexa | facebook | instagram | tiktok | whatsapp | zoom | uber | thuisbezorgd | salesforce | chatgpt | copilot | openai | palantir | centric | pinkroccade | deloitte | kpmg | pwc | accenture | capgemini | atos | philips | tno | fitbit | nextdoor | airbnb | albert heijn | ah | jumbo | lidl | aldi | bol\\.com | leger des heils | humanitas | het rode kruis | rode kruis | vluchtelingenwerk | arriva | transdev | qbuzz | connexxion | felyx | check | go sharing | too good to go | stichting [\\p{Lu}]\\p{L}+ | buurtzorg
`)
