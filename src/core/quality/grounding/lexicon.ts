/** Word lists for English. Plain strings, split once: they are read far more often than they are changed. */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that carry no content of their own. Never looked for in the source. */
export const stopWords = set(`
a an the this that these those such same other another own
i me my we us our you your he him his she her it its they them their one ones itself themselves himself herself myself yourself ourselves
who whom whose which what when where why how whether
am is are was were be been being do does did done doing have has had having
can could may might must shall should will would ought cannot
and or but nor so yet if then than as because since while although though unless until whereas
of in on at by for from to into onto with within without about against between among through during before after above below under over up down out off near per via upon across along around behind beyond toward towards
not no never n't also only just even still again already too very quite rather more most much many few less least some any each every all both either neither several
there here now thus hence therefore however moreover furthermore additionally instead otherwise well yes
respectively e.g i.e etc eg ie vs
mr mrs ms dr prof
s t d ll re ve m
get gets got let lets
according based regarding concerning specifically
because
`);

/** Verbs, adverbs and nouns so general that an answer may use them freely. */
export const freeWords = set(`
answer answers question passage text document source section paragraph article author context statement information detail details
state states stated say says said mention mentions mentioned describe describes described explain explains explained note notes noted indicate indicates indicated report according refer refers referred call calls called name named known
include includes included including involve involves consist consists contain contains concern concerns relate relates
make makes made set sets take takes taken took give gives given gave use uses used using go goes went come comes came put set become becomes became remain remains keep keeps
be occur occurs occurred happen happens happened happening
thing things way ways kind kinds type types sort part parts example examples case cases number numbers amount amounts total overall figure figures value
person people someone anyone everyone individual individuals person's
need needs needed want wants help helps allow
reason reasons result results fact purpose aim goal order
first second next then finally last lastly
new main several various certain specific particular different following
mean means meant
able likely possible
time times place
respectively
`);

/** Abbreviations after which a full stop ends no sentence. */
export const abbreviations = set(`
mr mrs ms dr prof st rev hon gen col sgt capt lt jr sr inc ltd co corp dept no nos vol pp p fig figs eq sec ch art para cf al e.g i.e eg ie vs approx est ret
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun
`);

/** Words that turn what follows. */
export const negators = set(`
not no never nor neither none nobody nothing nowhere without cannot hardly scarcely barely
`);

/** Words that deny by their meaning: an answer may use `not` where the source has one of these, and the other way round. */
export const denials = set(`
lose loses lost losing loss refuse refused refuses refusal reject rejected rejects deny denied denies decline declined declines fail failed fails failure lack lacks lacked lacking absent absence
prohibit prohibits prohibited forbid forbids forbidden forbade ban banned bans bar barred prevent prevents prevented avoid avoids avoided stop stops stopped cease ceased
exclude excludes excluded excluding exclusion exclusions except excepting exempt exempts exempted exemption unless void waive waived cancel cancelled canceled withdraw withdrew withdrawn
instead rather only optional voluntary zero nil missing miss missed rarely seldom
refrain unable unlikely impossible invalid illegal
disagree disapprove dispute reverse reversed revoke revoked suspend suspended abandon abandoned drop dropped defer deferred postpone postponed oppose opposed
empty otherwise regardless despite false disabled
`);

/** People and bodies that act; an answer that names one where the source has another is wrong. */
export const actors = set(`
manager director officer committee board council panel team department office owner landlord tenant lender borrower buyer seller buyer purchaser supplier customer client contractor employer employee worker staff supervisor
chair chairman chairwoman chairperson secretary treasurer president vice-president minister mayor governor judge court jury lawyer solicitor auditor accountant administrator admin moderator operator
doctor nurse pharmacist physician surgeon patient dentist midwife therapist carer parent guardian child pupil student teacher tutor headteacher professor lecturer researcher scientist engineer developer maintainer reviewer editor author publisher
trustee shareholder investor insurer policyholder claimant applicant candidate licensee licensor lessor lessee donor recipient sponsor regulator inspector agency ministry commission authority tribunal ombudsman parliament senate
king queen emperor prince duke bishop pope general admiral captain colonel soldier army navy police
cook chef driver pilot passenger visitor member volunteer coordinator caretaker librarian clerk cashier technician installer electrician plumber
`);

/** Classes whose members exclude each other, by member. */
export const closedClasses: ReadonlyMap<string, string> = (() => {
  const classes = new Map<string, string>();
  for (const [name, members] of Object.entries({
    weekday:
      'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays',
    colour: 'red orange yellow green blue purple violet pink brown black white grey gray amber',
    compass:
      'north south east west northern southern eastern western north-east north-west south-east south-west',
    hand: 'left right',
    frequency: 'hourly daily nightly weekly fortnightly monthly quarterly annually yearly annual',
    season: 'spring summer autumn winter',
    metal: 'gold silver bronze copper iron steel tin zinc aluminium aluminum lead nickel',
    meal: 'breakfast lunch dinner supper',
    daypart: 'morning afternoon evening',
  })) {
    for (const member of members.split(' ')) classes.set(member, name);
  }
  return classes;
})();
