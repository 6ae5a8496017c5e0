import { listed } from './framing.rule.ts'

/** Verbs by which somebody has decided already. */
export const EN_MAKE = listed(`
  build(?:ing)? | develop(?:ing)? | creat(?:e|ing) | launch(?:ing)? | design(?:ing)? | procur(?:e|ing) |
  buy(?:ing)? | purchas(?:e|ing) | commission(?:ing)? | roll(?:ing)? out | introduc(?:e|ing) |
  install(?:ing)? | implement(?:ing)? | set(?:ting)? up | deploy(?:ing)? | adopt(?:ing)? | run(?:ning)? |
  deliver(?:ing)? | provid(?:e|ing) | fund(?:ing)? | pilot(?:ing)? | trial(?:ling)? | establish(?:ing)? |
  open(?:ing)?(?: up)? | put(?:ting)?(?: up| in)? | employ(?:ing)? | recruit(?:ing)? | hir(?:e|ing) |
  appoint(?:ing)? | pay(?:ing)? for | offer(?:ing)? | expand(?:ing)? | start(?:ing)?(?: up)? |
  scal(?:e|ing) up | invest(?:ing)? in | bring(?:ing)? in | contract(?:ing)? | outsourc(?:e|ing) |
  replac(?:e|ing) \\w+ with | replicat(?:e|ing) | construct(?:ing)?
`)

/** Things a person can hold, plug in or log in to. */
export const EN_TOOL = listed(`
  (?:mobile |phone |web |smartphone |\\w+-)?apps? | web ?sites? | web ?pages? | (?:\\w+-)?portals? |
  platforms? | chat ?bots? | bots? |
  (?:digital|online|web|web-based|it|tech|technology|ai|data-driven|smart|virtual|e-) ?(?:based )?(?:tools?|solutions?|services?|systems?|products?|director(?:y|ies)|marketplaces?|hubs?|forms?|forums?|offers?|maps?|exchanges?|bookings?|resources?|consultations?|appointments?|triage|learning|training|communit(?:y|ies)|passports?|records?|front doors?|accounts?) |
  (?:virtual|voice|digital) assistants? | ai | artificial intelligence | machine learning | algorithms? |
  dashboards? | databases? | software | (?:\\w+ )?sensors? | telecare | tele-?health |
  assistive tech(?:nology)? | wearables? | robots? | drones? | virtual reality | vr | qr codes? |
  crm(?: systems?)? |
  (?:case management|booking|ticketing|appointment|alert|reporting|payment|tracking) systems? |
  blockchain | smart (?:meters?|bins?|speakers?|homes?|cards?|watch(?:es)?) | kiosks? | touch ?screens? |
  (?:text|sms)(?: message)? (?:reminders?|alerts?|service) | e-?scooters?(?: docks?)? | e-?bikes? | cctv |
  cameras? | speed (?:bumps|humps) | bollards? | anpr |
  (?:ev |electric (?:car|vehicle) )?charg(?:e|ing) ?points? | ev chargers? | heat pumps? | solar panels? |
  whatsapp groups? | facebook (?:pages?|groups?) | self-?service(?: \\w+)? | gps (?:tags?|trackers?) |
  tablets? (?:computers?|devices?) | i-?pads? | video (?:calls?|doorbells?) |
  single view of (?:the )?\\w+ | predictive (?:model\\w*|analytics) | digital twins?
`)

/** Services, posts, money and rules: something to be run. */
export const EN_SERVICE = listed(`
  (?:\\w+ )?services? | schemes? | programmes? | programs? | projects? | initiatives? | contracts? |
  help ?lines? | hot ?lines? | (?:phone|advice|support) lines? | courses? | workshops? | training |
  teams? | roles? | posts? | officers? | (?:\\w+ )?workers? | co-?ordinators? | coach(?:es)? |
  navigators? | ambassadors? | champions? | mentors? | mentoring | wardens? | vouchers? | clubs? |
  networks? | forums? | task ?forces? | task and finish groups? | partnerships? | toolkits? |
  one-?stop shops? | drop-?ins? | drop-?in (?:sessions?|clinics?) | clinics? | outreach | counselling |
  class(?:es)? | lessons |
  (?:incentive|reward|loyalty|buddy|penalty|permit|licensing) (?:schemes?|systems?|cards?) | fines |
  befriend\\w* | social prescrib\\w+ | counsellors? | patrols? | befrienders? | support groups? |
  apprenticeships? | internships? | traineeships? | subsid(?:y|ies) | shuttle(?: bus(?:es)?)? |
  minibus(?:es)? | model | pathways? | providers? | food parcels? | peer support | respite beds? | day care
`)

/** Things of brick, tar and paint. */
export const EN_PLACE = listed(`
  (?:\\w+ )?hubs? | (?:\\w+ )?cent(?:re|er)s? | caf[eé]s? | buildings? | facilit(?:y|ies) |
  (?:community |sensory )?gardens? | playgrounds? | skate ?parks? | pump tracks? | car parks? |
  (?:cycle|bike|bus) (?:lanes?|paths?|routes?|shelters?|hangars?) | low[- ]traffic neighbourhoods? |
  ltns? | hostels? | (?:night )?shelters? | shops? | pantr(?:y|ies) | food ?banks? | clean air zones? |
  20 ?mph zones? | one-way systems? | benches | street ?lights? | lighting | bins? | library of things |
  refuges? | sheds? | gyms? | pitch(?:es)? | outdoor gyms? | allotments? | tiny homes? | modular homes? |
  care homes? | extra care (?:schemes?|housing) | zebra crossings? | crossings? | fences? | gates? |
  signs? | signage | murals?
`)

/** Telling people. */
export const EN_CAMPAIGN = listed(`
  campaigns? | leaflets? | posters? | newsletters? | roadshows? | videos? | adverts? | advertising |
  billboards? | social media(?: \\w+)? | events? | festivals? | conferences? | summits? | webinars? |
  fun days? | open days? | competitions? | awards? | podcasts? | booklets? | guides? | fact ?sheets? |
  information packs? | (?:jobs?|careers?|information|wellbeing|health) fairs? | awareness (?:days?|weeks?|sessions?|raising) | animations?
`)

/** Whom a rewrite may speak of: an easier week is for people, not for repairs. */
export const EN_WHO = listed(`
  carers | residents | people | parents | famil(?:y|ies) | tenants | patients | teenagers | children | pupils | students | drivers | households | men | women |
  communities | neighbours | volunteers | pensioners | refugees | mothers | mums | dads | fathers | grandparents | workers | adults | leavers | renters | homeowners | learners |
  young people | older people | couples | victims | survivors | commuters | cyclists | traders | businesses | charities | groups | newcomers | migrants | veterans | elders
`)

/** Firms, brands and bodies that are often thought of first. A list, because a capital letter proves nothing. */
export const EN_NAMED = listed(`
  google | microsoft | amazon | alexa | facebook | instagram | tiktok | whatsapp | zoom | uber |
  deliveroo | salesforce | chatgpt | copilot | openai | palantir | capita | serco | g4s | accenture |
  deloitte | kpmg | pwc | mckinsey | atkins | arup | fitbit | samsung | nextdoor | airbnb | tesco |
  sainsbury'?s? | asda | aldi | lidl | barnardo'?s? | age uk | citizens advice | the samaritans |
  the red cross | st john ambulance | the ymca | ymca | the trussell trust | olio | too good to go |
  virgin care | vodafone
`)
