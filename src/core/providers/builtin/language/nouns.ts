import { wordSet } from './words.js';

/** Nouns for people and for bodies of people: asked for with "who". */
const people = wordSet(`
person people man woman men women child children boy girl parent parents mother father brother sister son daughter wife husband family
employee employees staff worker workers manager managers supervisor supervisors director directors officer officers chair chairperson chairman
president vice-president minister king queen prince princess emperor governor mayor senator secretary treasurer chief leader leaders head commander
general colonel captain lieutenant major sergeant admiral soldier soldiers troops engineer engineers developer developers designer designers
programmer programmers botanist economist linguist sculptor midwife pianist violinist conductor chef baker bakers dentist pharmacist therapist psychiatrist surveyor carpenter mason gardener librarian curator naturalist missionary publisher playwright translator dancer cyclist climber mountaineer electrician mechanic warden ranger lifeguard lifeguards referee treasurer violinist cellist organist watchmaker shipbuilder suffragist campaigner entrepreneur maintainer maintainers contributor contributors reviewer reviewers approver approvers author authors editor editors writer writers
poet novelist singer musician artist artists painter actor actress composer producer journalist critic critics historian historians scientist scientists
physicist chemist biologist mathematician researcher researchers professor teacher teachers student students pupil pupils doctor doctors
nurse nurses patient patients physician surgeon lawyer judge attorney applicant applicants candidate candidates customer customers client clients
consumer user users visitor visitors guest guests resident residents tenant tenants landlord owner owners member members participant participants
volunteer volunteers trustee trustees partner partners founder founders co-founder administrator administrators admin admins operator operators
technician inspector auditor analyst consultant contractor contractors supplier suppliers vendor vendors provider providers buyer seller
player players coach athlete footballer cricketer politician activist philosopher theologian bishop pope priest monk saint architect explorer
pilot driver drivers passenger passengers farmer farmers fisherman merchant traveler traveller travelers citizens citizen voters voter taxpayer
recipient recipients holder holders respondent respondents attendee attendees facilitator organiser organizer coordinator moderator speaker host
lead leads assignee nominee native graduate alumnus descendant heir twin orphan veteran successor predecessor winner champion star actor author creator inventor designer donor donors friar peasant peasants knight knights beggar widow shepherd shepherds sailor sailors neighbour neighbours neighbor neighbors stranger hunter servant servants maid lad gentleman lady hostess schoolmaster settler settlers colonist colonists immigrant immigrants reformer reformers librarian borrower borrowers caretaker warden
`);
/** Bodies that act: asked for with "which". */
export const bodies = wordSet(`
team teams committee council board company companies organisation organization organisations organizations agency department office government ministry
court university school college hospital bank club band group party union army navy force forces regiment division battalion corps fleet
parliament congress senate assembly commission authority association society foundation institute church firm manufacturer studio label network
`);

export function isPerson(noun: string): boolean {
  return people.has(noun) || /(?:ologist|ographer|onomer|ician|keeper|holder|smith|officer)s?$/.test(noun);
}

export const months = wordSet(
  'january february march april may june july august september october november december',
);
export const weekdays = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays',
);
export const timeUnits =
  wordSet(`second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries
 night nights quarter quarters term semester fortnight millisecond milliseconds ms`);
export const seasons = wordSet('spring summer autumn winter morning afternoon evening night midnight noon');

/** Places as common nouns, for "where". */
export const places = wordSet(`
area areas building buildings room rooms office offices kitchen cupboard drawer shelf desk corridor hall lobby entrance garage basement floor ground
city town village country county state province region district street road park square coast island river lake sea mountain valley forest
north south east west centre center border capital site location locations place folder directory directories file files repository repositories branch database
table section chapter appendix page pages tab menu menus panel sidebar toolbar screen window dialog settings website site server servers cloud
portal drive channel inbox calendar spreadsheet wiki handbook register log bucket container cabinet safe box bin field column row header footer
top bottom side left right back front corner end middle edge surface wall door bed bag tray slot port museum library church cemetery hospital
school university college campus theatre theater stadium arena airport station harbour harbor factory warehouse store shop market house home
hotel court parliament laboratory lab garden yard field fields farm zone territory territories peninsula hemisphere world continent ocean gulf bay
`);

/** Looks like a plural noun. */
export function isPlural(word: string): boolean {
  if (irregularPlurals.has(word)) return true;
  return (
    word.length > 3 &&
    word.endsWith('s') &&
    !/(?:ss|us|is|ous|ics|news|series|species|lens|always|perhaps|across|besides|canvas|atlas|bias|gas|this|kubernetes|https|dns|aws|ios|tls|css|js)$/.test(
      word,
    )
  );
}
const irregularPlurals = wordSet(
  'people men women children data criteria media phenomena teeth feet mice geese staff police personnel troops',
);

/** A countable plural that "how many" can ask for. */
export const countable = (word: string): boolean => isPlural(word) && !notCounted.has(word);
const notCounted = wordSet(
  'data media staff police personnel percent per times thanks news means series pixels dollars pounds euros degrees bps',
);

/** Mass and abstract nouns that stand without an article. */
export const commonSuffix =
  /(?:tion|sion|ment|ness|ity|ance|ence|ism|ware|ship|age|ure|ing|logy|graphy|ics|hood|ery)$/;
export const adjectiveSuffix = /(?:al|ive|ous|ful|less|able|ible|ic|ary|ed|ern|ish)$/;

const givenNames =
  wordSet(`james mary john patricia robert jennifer michael linda william elizabeth david barbara richard susan joseph jessica thomas sarah charles karen
 christopher nancy daniel lisa matthew betty anthony margaret mark sandra donald ashley steven kimberly paul emily andrew donna joshua michelle kenneth carol kevin amanda
 brian dorothy george melissa edward deborah ronald stephanie timothy rebecca jason sharon jeffrey laura ryan cynthia jacob kathleen gary amy nicholas angela eric shirley
 jonathan anna stephen brenda larry pamela justin emma scott nicole brandon helen benjamin samantha samuel katherine gregory christine frank debra alexander rachel raymond
 carolyn patrick janet jack catherine dennis maria jerry heather tyler diane aaron ruth jose julie adam olivia nathan joyce henry virginia douglas victoria zachary kelly
 peter lauren kyle christina walter joan ethan evelyn jeremy judith harold megan keith andrea christian cheryl roger hannah noah jacqueline gerald martha carl gloria terry
 teresa sean ann austin sara arthur madison lawrence frances jesse kathryn dylan janice bryan jean joe abigail jordan alice billy julia bruce judy albert sophia willie grace
 gabriel denise logan amber alan doris juan marilyn wayne danielle roy beverly ralph isabella randy theresa eugene diana vincent natalie russell brittany louis charlotte
 bobby marie philip kayla johnny alexis martin lori simon oliver harry claire fiona ian neil graham nigel stuart gareth tim tom jim bob mike dave steve chris matt dan ben sam
 sue pat rob bill drew hank ray don ron kari ruben matteo marco antoine rafael joyee gireesh rich beth myles tobias ahmed mohammed ali fatima wei ming yuki hiroshi priya raj anil olga ivan dmitri sven lars ingrid pierre`);

/** A common given name, in lower case. */
export const isGivenName = (word: string): boolean => givenNames.has(word);

/** Everyday words, so that one that begins a sentence is not taken for a name. */
export const commonWords =
  wordSet(`account act action activity adult age agreement air alarm amount animal answer appeal approval area arm arrangement article asset audience
 baby remote smaller larger bigger older newer younger higher lower longer shorter additional anonymised anonymized responsible reliable potential grey gray mature adult active aged back background bag balance ball band bank bar base basic battery beach bed bike bird bit blood board boat body bog bone book border bottle bottom box brain branch bread breakfast bridge brother
 budget bug building burn bus business button cable camera campaign car card care case cash cat cause cell chair chance change channel chapter charge check chemical chest child choice circle claim class
 client climate clock closed cloud club coal coast coat code coffee cold color colour command comment common company complaint component computer concern condition conference connection consent contact
 content contract control cookie copy core cost country couple course court cover craft cream credit crime crop crowd culture cup currency current cycle dam damage danger dark data date day dead deal death debt
 decision deep default degree delay demand design desk detail device diet direct dirt discount disease dish display distance doctor document dog door double draft drain drawing dream dress drink drive driver drug
 dust duty early earth east easy edge effect effort egg electric element emergency employee empty end energy engine entry error event evidence example exception exercise expense expert extra eye face fact factor
 failure fair family fan farm fast fat fault feature fee field figure file film filter final fine finger fire firm first fish fixed flag flat flight floor flow flower fly food foot force foreign forest form free
 fresh front fruit fuel full fully fungus fun fund furniture further game garden gas gate gel gift girl glass goal gold good grant graph grass green grey ground group growth guest guide hair half hall hand hard hat head health heart heat
 heavy help hidden high hill history hole holiday home hospital host hot hour house human hybrid ice idea image impact income index indoor industry injury input insect inside insurance interest internal internet issue item job
 joint judge juice junior keen key kid kind kitchen knee lab label lack lake land landing large laser last late law layer lead leader leaf leak learning leave left leg legal lesson letter level library licence license life light limit
 line link lip list little live load loan local lock log long loss lost lot low lower lunch machine magnetic mail main major male manual many map market mass match material matter meal meat media medical medicine meeting
 member memory menu message metal meter method middle milk mind mine minor minute missing mist mixed mobile mode model modern money month mood moon moral morning moss mother motor mountain mouse mouth movie muscle music
 name narrow national native nature near neck need negative nerve net network new news night noise normal north nose note notice null number nurse object ocean offer office official oil old online only open option orange order organ
 original other outdoor outer output outside oven own owner pack page pain paint pair panel paper parent park part partial party pass past path patient pattern pay peak peat pen people perfect period permit person personal pet phone photo
 photograph phrase physical picture piece pig pilot pink pipe place plan plane plant plastic plate player pocket poem point poison police policy pool poor popular population port positive post pot pound power practice present press
 pressure price primary print prior private prize problem process product profit program project proof proper property proposal protein public pump purple purpose quality quarter question quick quiet quote race radio rain random range
 rapid rare rate raw reaction reader reading ready real reason recent record red reference refund region regular related relative relevant religion rent repair repeat report request rescue research reserve resident rest result return revenue
 review rewetted rice rich right ring risk river road rock role roof room root rough round route row royal rule safe safety salary sale salt same sample sand satellite scale scene school science score screen script sea seal search season seat second
 secret section security seed senior separate series serious server service session set setting severe sex shade shadow shape share sharp shed sheep sheet shelf shell ship shirt shock shoe shop short shot shower sick side sign signal silence
 silver simple single site size skill skin sky sleep slow small smart smoke smooth snow social soft soil solid solution son song sound soup source south space spare special speech speed spirit sport spring square staff stage stair standard
 star start state static station status steam steel step stock stomach stone stop storage store storm story straight strategy street stress strict string strong structure student study stuff style subject success sugar suit summary summer
 sun supply support surface surprise sweet swing switch symbol system tablet table tail talk tall tank tape target task taste tax tea team technical teen temperature temporary term test text thick thigh thin thing third thread threat
 throat ticket tide tight time tip tissue title toilet token tongue tool tooth top topic total touch tough tour towel tower town toy track trade traffic train training travel tree trend trial trip trouble truck true trust truth tube type tyre
 uniform union unique unit universal upper urban user usual valid valley value vegetable vehicle version vessel video view village virtual virus visit visitor visual voice volume wait wall war warm warning waste watch water wave way weak weapon
 weather web website week weight west wet wheel white whole wide wild wind window wine winter wire wireless wise wood word work worker world worse wound written wrong yard year yellow young youth zero zone`);
