import { wordSet } from './words.js';

/** Nouns for people and for bodies of people: asked for with "who". */
const people = wordSet(`
person people man woman men women child children boy girl parent parents mother father brother sister son daughter wife husband family
employee employees staff worker workers manager managers supervisor supervisors director directors officer officers chair chairperson chairman
president vice-president minister king queen prince princess emperor governor mayor senator secretary treasurer chief leader leaders head commander
general colonel captain lieutenant major sergeant admiral soldier soldiers troops engineer engineers developer developers designer designers
programmer programmers maintainer maintainers contributor contributors reviewer reviewers approver approvers author authors editor editors writer writers
poet novelist singer musician artist artists painter actor actress composer producer journalist critic critics historian historians scientist scientists
physicist chemist biologist mathematician researcher researchers professor teacher teachers student students pupil pupils doctor doctors
nurse nurses patient patients physician surgeon lawyer judge attorney applicant applicants candidate candidates customer customers client clients
consumer user users visitor visitors guest guests resident residents tenant tenants landlord owner owners member members participant participants
volunteer volunteers trustee trustees partner partners founder founders co-founder administrator administrators admin admins operator operators
technician inspector auditor analyst consultant contractor contractors supplier suppliers vendor vendors provider providers buyer seller
player players coach athlete footballer cricketer politician activist philosopher theologian bishop pope priest monk saint architect explorer
pilot driver drivers passenger passengers farmer farmers fisherman merchant traveler traveller travelers citizens citizen voters voter taxpayer
recipient recipients holder holders respondent respondents attendee attendees facilitator organiser organizer coordinator moderator speaker host
lead leads assignee nominee successor predecessor winner champion star actor author creator inventor designer donor donors librarian borrower borrowers caretaker warden
`);
/** Bodies that act: asked for with "which". */
export const bodies = wordSet(`
team teams committee council board company companies organisation organization organisations organizations agency department office government ministry
court university school college hospital bank club band group party union army navy force forces regiment division battalion corps fleet
parliament congress senate commission authority association society foundation institute church firm manufacturer studio label network
`);

export function isPerson(noun: string): boolean {
  return people.has(noun) || /(?:ologist|ographer|ician|keeper|holder|smith|officer)s?$/.test(noun);
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
