import { wordSet } from './words.js';

/** Regular verbs, and irregular ones that are in `irregular` too, by their base form. */
const bases = `
squash secrete neutralize neutralise adjoin alleviate coexist conserve debug decompose deduct deform deviate diffuse distort erase exhaust explode fade
fluctuate fuse infer inflate inhale insulate invert irritate levy mimic moisten nourish omit permeate predate preside proliferate prolong prosper
publicize punish purify radiate randomize recede regain relax resonate shield taste thicken undermine uplift vaccinate vibrate witness contaminate
hibernate innervate metabolize perspire polarize depolarize sprout thaw wither redeem indemnify rescind forfeit convene abstain disburse remit
amortize depreciate duplicate package
accept access accommodate accompany accomplish account accumulate achieve acknowledge acquire act activate adapt add
address adhere adjust administer admit adopt advance advertise advise affect agree aid aim align allocate allow alter
amend analyse analyze announce answer anticipate appeal appear apply appoint appreciate approach approve argue arise
arrange arrive ask assemble assert assess assign assist associate assume assure attach attack attain attempt attend attract
audit authenticate authorise authorize automate avoid award back backup balance ban base be bear beat become begin
believe belong benefit bind block book boost borrow break bring broadcast build bundle burn buy bypass cache calculate call
cancel capture care carry cast catch categorise categorize cause cease celebrate centre change charge check choose circulate cite
claim clarify classify clean clear click climb close coach campaign clash cluster contest counter dispute exile flank flood fracture murder mutiny partition patrol plague quarrel raid rally rebel relay remedy revolt sabotage sack scramble shell shelter shoulder spark storm surge torture treasure trek triumph venture veto voyage wage wound wreck boycott breach assault ally fare fuel bid bite blow break dig light shake shed shine spill spin spring swell swing tear wake wind tackle warrant code collaborate collapse collect combine come commence comment commission
commit communicate compare compete compile complain complement complete comply compose comprise compute concern
conclude conduct configure confirm conflict connect consider consist consolidate constitute construct consult consume contact
contain continue contract contribute control convert convey cook cool coordinate copy correct correspond cost count cover
crash create cross cultivate customise customize cut damage deal debate decide declare decline decode decrease dedicate
deem default defeat defend defer define delay delegate delete deliver demand demonstrate deny depart depend depict deploy
deposit deprecate derive describe deserve design designate destroy detail detect determine develop devote diagnose
dictate die differ direct disable disagree disclose discontinue discover discuss dismiss display dispose distinguish distribute
divide document dominate donate double download draft drain draw drink drive drop dry earn ease eat edit educate elect
eliminate embed emerge emit emphasise emphasize employ empty enable encode encounter encourage encrypt end endorse
enforce engage enhance enjoy enlist enroll ensure enter entitle equip escape establish estimate evaluate evolve
examine exceed exchange exclude execute exempt exercise exhibit exist expand expect experience expire explain explore
export expose express extend extract face facilitate fail fall favour favor feature feed feel fetch fight file fill
filter finalise finalize finance find finish fire fit fix flag float flow flush fly focus follow forbid force forget
form format formulate forward foster found freeze fulfil fulfill function fund gain gather generate get give go govern grant
group grow guarantee guard guide halt handle hang happen harm harvest head heal hear heat help hide highlight hire hit hold
honour host house identify ignore illustrate impact implement imply import impose improve include incorporate
increase incur indicate induce infect influence inform inherit inhibit initialise initialize initiate inject insert
inspect inspire install instruct integrate intend interact interfere interpret introduce invade invent invest investigate
invite invoke involve isolate issue join judge jump justify keep kill know label lack land last launch lay lead leak
learn lease leave lend let license lie lift like limit line link list listen live load locate lock log look lose love
lower maintain make manage mandate manipulate manufacture map march mark market match matter mature mean measure meet
melt mention merge migrate minimise minimize mix model moderate modify monitor mount move multiply name navigate need
negotiate nominate notice notify number obey observe obtain occupy occur offer open operate oppose opt optimise optimize order
organise organize originate outline output outweigh overcome override oversee owe own pack paint parse participate pass pause
pay peak perform permit persist persuade place plan plant play point poll populate pose position possess post postpone power practise
praise precede predict prefer prepare prescribe present preserve press prevent print prioritise prioritize proceed process
produce prohibit project promise promote prompt propose protect prove provide publish pull pump purchase pursue push
put qualify query question quit quote raise range rank rate reach react read realise realize rebuild recall receive
recognise recognize recommend reconcile record recover recruit recycle reduce refer refine reflect reform refund refuse regard register
regulate reimburse reinforce reject relate release rely remain remember remind remove rename render renew rent repair repeat replace
reply report represent reproduce request require rescue research resemble reserve reset reside resign resist resolve respect
respond rest restart restore restrict result resume retain retire retrieve retry return reuse reveal reverse revert review revise
revoke reward ring rise roll rotate rule run sample satisfy save say scale scan schedule scope score screen scroll seal search
secure see seek select sell send separate serve set settle shape share shift ship shoot show shrink shut sign signal
simplify simulate sing sink sit skip sleep slow solve sort spawn speak specialise specialize specify spend split sponsor spread stabilise
stand start state stay steal stem step stick stop store strengthen stress strike strip strive structure struggle study submit
subscribe substitute succeed suffer suggest suit summarise summarize supervise supply support suppress surround survive suspend
switch synchronise synchronize sync take talk target teach tell tend terminate test think throw tie trace track trade train
transfer transform translate transmit transport travel treat trigger trim trust try turn type undergo underlie understand undertake
undo unify uninstall unite unlock update upgrade upload urge use utilise utilize vacate validate value vary verify visit volunteer
vote wait walk want warn wash watch weaken wear weigh welcome widen win wipe wish withdraw wonder work wrap write yield
adjourn ratify repeal enact abolish annex besiege capture conquer surrender retreat crown marry bury inherit premiere
record debut perform tour compose direct star portray narrate depict chart certify reissue relocate demolish erect inaugurate
excavate restore consecrate dredge harbour inhabit nest feed hunt mate hatch migrate breed lay forage prey grow flower bloom
accrue waive allot enrol escalate onboard triage assign bill invoice reimburse insure lodge tender vest compensate
rinse soak stir bake boil chop pour drain mix tighten loosen screw unscrew plug unplug mount detach slide lubricate grease
calibrate level align preheat assemble disassemble strip rehome probe compile flash reboot boot clone fork rebase push pull
paste drag hover tap swipe toggle enable redirect cache parse serialise serialize deserialize instantiate allocate iterate
sanitise sanitize tokenise tokenize throttle retry ping resolve mirror index tag version lint stub mock benchmark profile
gross worship relocate congregate advocate allege ally amass annotate appease ascend assassinate assault banish betray boycott breach campaign cede chase circumvent clash cluster coincide collide
commandeer commemorate commute compel concede condemn confine confront console conspire contest converge convict correlate counter crash crumble curtail dampen dazzle decay deceive decimate deepen deflect degrade
depart deplete depose derail descend deteriorate detonate devastate dictate diminish discard discharge discourage dispatch disperse displace dispute disrupt dissolve diverge dominate donate downgrade dwell
eclipse elevate elicit embark embrace emigrate emulate encircle encode endure engulf enlist enrich entrench envision erupt evacuate exacerbate excel exile exploit fabricate falter fare flank flee flood flourish foil foster fracture
fuel garner glorify graduate grapple halve hamper haunt heighten hinder hospitalize humiliate ignite immigrate immerse impair impede imprison incite infiltrate inflict infringe insist instigate intensify intercept intervene invoke
jeopardize lament legislate liberate linger litigate loot lure magnify manifest masquerade mediate mingle misinterpret mobilize mourn murder mutiny necessitate negate neglect nullify obstruct oust outlaw outline outrank overhaul overlap overlook override overrun
overthrow overturn partition patrol penalize perish perpetuate persecute persuade plague plead plunge ponder portray postulate prompt propel prosecute provoke quarrel raid rally ransack rebrand rebel reclaim recount redesign redirect reelect refute reign reinstate rejoin relay
remedy remodel renounce renovate repel replicate repress reschedule reside resent restructure resurrect retaliate retort reunite revamp revere revolt revolve ridicule rotate sabotage sack salvage scatter scramble segregate seize shatter shell shelter shoulder
snatch soar solidify spark speculate stab stipulate storm stun subdue subside succumb summon surge swap symbolize testify thwart topple torture traverse treasure trek triumph unearth unfold unveil uproot usher vandalize venture veto violate voyage wage wander widen worsen wound wreck yearn
blow bend bid bite cling creep dig flee forgive grind hurt lean leap light shake shed shine sow spill spin spring swear sweep swell swim swing tear tread wake weave wind
borrow lend arise adhere inject unfold encompass entail envisage exert facilitate foresee forgo instil mitigate necessitate outperform outnumber pertain precede preclude prevail reaffirm reassure
rectify refrain reiterate relinquish replenish resurface retrain safeguard scrutinise scrutinize signify spearhead streamline supersede surpass tackle thrive transcribe uphold usher warrant wield withhold withstand
behave append excite await confuse suppose imagine synthesize revisit refactor standardize standardise smooth disappear perceive refresh convince leverage motivate abort rush interrupt curate absorb suspect disallow abandon empower
threaten enclose normalize enumerate prepend mutate propagate aggregate compress constrain pronounce conceal overwhelm sustain furnish resize pretend obscure capitalize capitalise bother tolerate solicit distract disconnect amuse incubate
concatenate offend vanish insult harass accelerate supplement stabilize stimulate regenerate redistribute imitate personalize personalise differentiate elaborate invalidate grasp abbreviate uncover reconstruct concentrate breathe penetrate
intimidate admire endanger truncate entertain suffice relieve fasten unpack amplify retract reorder characterize characterise articulate swallow reconsider injure brighten ingest broaden discriminate anonymize anonymise subtract quantify
persist proclaim exaggerate contradict cater adorn disregard augment redact illuminate reopen redefine criticize criticise contemplate collate soften rearrange quarantine diversify ascertain apologize outsource divert disseminate aspire affirm
visualise visualize encapsulate evade starve pollute intersect implicate erode enlarge converse conflate restate orchestrate loathe indulge embody deactivate codify recur disband equate pioneer surmount underestimate recharge dilute crawl
denote decorate recreate maximize maximise generalize generalise centralize sharpen inquire increment decrypt oxidize steer cry thank doubt pick stream survey touch zoom worry smile fear guess spell curve bond consent compromise experiment brand
stretch waste price tax trouble surprise excel spoil string melt evaporate condense dissolve ferment digest excrete pollinate germinate photosynthesize oscillate rotate orbit erode
`;

/** Base, past, past participle (and third person, where it is not base + s). */
const irregularForms = `
be was been is|arise arose arisen|bear bore borne|beat beat beaten|bend bent bent|bid bid bid|bite bit bitten|blow blew blown|break broke broken|cling clung clung|creep crept crept|dig dug dug|flee fled fled|forgive forgave forgiven|grind ground ground|hurt hurt hurt|light lit lit|shake shook shaken|shed shed shed|shine shone shone|sow sowed sown|spin spun spun|spring sprang sprung|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|tear tore torn|tread trod trodden|wake woke woken|weave wove woven|wind wound wound|foresee foresaw foreseen|forgo forwent forgone|uphold upheld upheld|withhold withheld withheld|withstand withstood withstood|become became become|begin began begun|bind bound bound
|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burned burned|buy bought bought|cast cast cast|catch caught caught
|choose chose chosen|come came come|cost cost cost|cut cut cut|deal dealt dealt|draw drew drawn|drink drank drunk|drive drove driven
|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|fit fit fit|fly flew flown
|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown
|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|keep kept kept|know knew known|lay laid laid
|lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met
|overcome overcame overcome|override overrode overridden|oversee oversaw overseen|pay paid paid|prove proved proven|put put put
|quit quit quit|read read read|rebuild rebuilt rebuilt|reset reset reset|ring rang rung|rise rose risen|run ran run|say said said
|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shoot shot shot|show showed shown|shrink shrank shrunk
|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|split split split
|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven
|take took taken|teach taught taught|tell told told|think thought thought|throw threw thrown|undergo underwent undergone
|understand understood understood|undertake undertook undertaken|undo undid undone|underlie underlay underlain|wear wore worn
|win won won|withdraw withdrew withdrawn|write wrote written|have had had has|do did done does`;

/** Verbs whose base or -s form is at least as often a noun. */
const nounBases = wordSet(`
levy shield taste witness duplicate package
access account act address advance aid aim answer appeal approach attack attempt audit award back backup balance ban base benefit block
book boost broadcast bundle burn cache call care cause center centre change charge check claim clean click climb close coach campaign clash cluster contest counter dispute exile flank flood fracture murder mutiny partition patrol plague quarrel raid rally rebel relay remedy revolt sabotage sack scramble shell shelter shoulder spark storm surge torture treasure trek triumph venture veto voyage wage wound wreck boycott breach assault ally fare fuel bid bite blow break dig light shake shed shine spill spin spring swell swing tear wake wind tackle warrant code comment commission
concern conduct conflict contact contract control copy cost count cover crash cross cut damage deal debate decline decrease
default defeat delay delegate demand deposit design detail display document double download draft draw drink drive drop
ease end estimate exchange exercise exhibit experience export express face fall favour favor feature feed fight file fill filter find finish
fire fit fix flag float flow flush fly focus force form format forward fund function gain group guarantee guard guide halt harm harvest head heat
help hit hold honour host house impact import increase influence input interface issue judge jump kill label lack land
last launch lead leak lease leave license lie lift like limit line link list load lock log look love lower map march mark
market match matter measure mention merge mix model monitor mount move name need notice number offer open order outline
output pack paint parse pass pause pay peak permit place plan plant play point poll position post power practise praise present press
print process produce profile project promise prompt protest pull pump purchase push query question quote range rank rate reach read record
reform refund regard register release remains rent repair reply report request research reserve reset respect rest result
return review reward ring rise roll rule run sample save scale scan schedule scope score screen scroll seal search set shape share
shift ship shoot show sign signal slide sort split sponsor spread stand star start state stay stem step stick stop store stress strike strip structure
struggle study supply support switch tag talk target tap tender test throw tie tour trace track trade train transfer transport travel treat trigger
trim trust try turn type update upgrade upload use value version visit volunteer vote wait walk wash watch welcome win wish work
wrap yield level plug screw mirror index fork patch flower prey bill invoice stub mock benchmark boot flash crown debut chart premiere
cry doubt pick stream survey touch worry smile fear guess spell curve bond consent compromise experiment brand stretch waste price tax trouble surprise orbit increment rush service string
contacts needs uses works lives leaves thanks
`);

export interface VerbForm {
  readonly base: string;
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'past-or-participle' | 'gerund';
}

const forms = new Map<string, VerbForm[]>();
const pasts = new Map<string, string>();
const thirds = new Map<string, string>();
const participles = new Map<string, string>();

function note(word: string, base: string, form: VerbForm['form']): void {
  const known = forms.get(word);
  if (!known) forms.set(word, [{ base, form }]);
  else if (!known.some((each) => each.form === form)) known.push({ base, form });
}

const doubled =
  wordSet(`omit remit admit ban commit cut defer drop fit flag get hit incur let log map occur opt permit plan plug prefer put quit
 refer regret rebut run set ship shut sit skip spin split step stop strip submit tag tap tie transfer transmit travel trim chop drag wrap
 win begin control compel forget format forbid hop pad patrol pin plot rub scan scrap slip spot star stem stir swap zip reset program stub swap`);

const thirdOf = (base: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubled.has(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

export function gerundOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) && base !== 'be') return `${base.slice(0, -1)}ing`;
  return doubled.has(base) ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

const irregular = new Map(
  irregularForms
    .split('|')
    .map((row) => row.trim().split(/\s+/))
    .map((row) => [row[0] as string, row] as const),
);

for (const base of new Set([...wordSet(bases), ...irregular.keys()])) {
  const row = irregular.get(base);
  const third = row?.[3] ?? thirdOf(base);
  const past = row?.[1] ?? regularPast(base);
  const participle = row?.[2] ?? past;
  note(base, base, 'base');
  note(third, base, 'third');
  if (past === participle) note(past, base, 'past-or-participle');
  else {
    note(past, base, 'past');
    note(participle, base, 'participle');
  }
  note(gerundOf(base), base, 'gerund');
  pasts.set(base, past);
  participles.set(base, participle);
  thirds.set(base, third);
  if (/[^aeiou][aeiou]l$/.test(base) && !row) {
    note(`${base}led`, base, 'past-or-participle');
    note(`${base}ling`, base, 'gerund');
  }
}
for (const [word, base] of [
  ['learnt', 'learn'],
  ['got', 'get'],
  ['shown', 'show'],
  ['showed', 'show'],
  ['proven', 'prove'],
] as const)
  note(word, base, 'past-or-participle');

/** What verb forms a word (in lower case) can be; empty for words that are no known verb. */
export const verbForms = (word: string): readonly VerbForm[] => forms.get(word) ?? [];

/** May this word just as well be a noun? */
export const isNounish = (word: string): boolean =>
  verbForms(word).some((each) => nounBases.has(each.base) && (each.form === 'base' || each.form === 'third'));

/** The form of a verb, or undefined. */
export const verbAs = (word: string, ...wanted: readonly VerbForm['form'][]): VerbForm | undefined =>
  verbForms(word).find((each) => wanted.includes(each.form));

/** The past participle of a known verb. */
export const participleOf = (base: string): string | undefined => participles.get(base);

export const pastOf = (base: string): string => pasts.get(base) ?? regularPast(base);
export const thirdPersonOf = (base: string): string => thirds.get(base) ?? thirdOf(base);

/** Past participles, with those of regular verbs that are not in the list. */
export function participleBase(word: string): string | undefined {
  const known = verbAs(word, 'participle', 'past-or-participle');
  if (known) return known.base;
  return undefined;
}

/** Looks like a past participle, known or not. */
export const looksParticiple = (word: string): boolean =>
  participleBase(word) !== undefined ||
  (word.length > 4 &&
    word.endsWith('ed') &&
    !/(?:need|seed|speed|feed|breed|indeed|hundred|exceed|succeed|proceed)$/.test(word));
