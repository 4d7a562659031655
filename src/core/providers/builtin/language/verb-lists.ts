import { wordSet } from './words.js';

/** Regular verbs, and irregular ones that are in `irregular` too, by their base form. */
export const bases = wordSet(`
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
sense institute abduct abhor abound abridge absolve accentuate acclaim accost accuse admonish afflict aggravate alert alarm alight
allude amaze ambush amputate anger anoint applaud apprehend arch arouse arrest assail assimilate astonish atone attest
avenge avert baffle baptize baptise bark barter bathe beckon befriend beg belie bequeath bestow bewilder blame blast
blaze bleed blend bless blink blossom blur blurt boast bolster bomb bombard bounce bow brace braid brandish brew bribe
browse bruise brush bubble budget bump burst camp carve caution chant chat cheat cheer cherish chew chill chuckle
churn circle clamber clap clasp cleanse clench clothe clutch coax coil coin comb comfort commend conceive confer
confess confide confiscate congratulate conjure cough counsel cower crack cram crave cripple crouch crunch crush
culminate curl cycle dam dance dare dart dash decipher decree delight denounce deprive desert despise detain deter
detest devour dine dip disarm discern discredit disguise disgust dislike dislodge dismantle dismount disprove distil
distill disturb dive divorce dodge doze dread drench drift drill drip drown dub dwindle dye echo edge eject elope
elude emancipate embarrass emboss encamp encase enchant encroach endow engrave enrage enslave ensue enthrall entice
entrust envy escort evict evoke exalt exclaim excuse exhort expel expend expound extinguish extol eye fascinate
fashion ferry fiddle fizzle flap flare flatten flatter flavour flavor flick flicker flinch fling flip flit flock flog
fold foretell forge forsake frame fret frighten frown fry fumble gallop gamble gasp gaze giggle gleam glean glance
glide glimmer glimpse glisten glitter glow glue gnaw grab graze greet grieve grill grimace grin grip groan grope growl
grumble grunt gulp gush hail hammer harbor harden hasten haul heap heave heed hiss hitch hoist hop howl huddle hug hum
hurl hurry hush imperil implore inch inscribe intercede interject interview intrigue intrude irrigate itch jab jeer
jerk jog jolt juggle kick kidnap kindle kiss knead kneel knit knock lash laugh lick limp liken loan loom lurch lurk
marvel massacre mend merit moan mold mould mop motion mow muffle mumble murmur muster mutter nail nibble nod nudge
oblige ooze ordain ostracize overflow overhear overtake paddle pardon pat pave peck peel peep peer perch persevere
pester pickle pierce pinch pity pledge plot plow plough plummet plunder poach poison poke polish pop pounce pound
prance pray prick proffer profess prowl prune puff pulse puncture purge puzzle quench quiver ramble ravage reap
reassemble rebuff rebuke reciprocate recite reckon recline recoil recollect reconvene regret rehearse rejoice relent
relish renege reorganize repay repent reprimand resound restrain retell rethink revel rhyme rip roam roar roast rob
rouse rub ruin rumble rustle sacrifice saddle sail salute sanction saunter savour savor scent scold scoop scorch scorn
scout scowl scrape scratch scrawl scream scribble scrub seduce sew shave shear shelve shiver shock shout shove shovel
shower shriek shrivel shrug shudder shuffle shun sigh sip sketch skim slam slap slaughter slay slice slip slope slump
smash smear smell smite smoke smuggle snap snarl sneak sneer sneeze sniff snore sob soothe spear speed spice spit
splash splinter spray sprinkle sprint spur squeal squeeze squint stack stagger stain stalk stamp stare startle steam
stitch stoop stow straighten strand strangle strap stray stride stroke stroll strut stumble submerge suck suckle sue
swamp swarm swat sway sweat swerve swirl tame tangle taunt tempt terrify thatch thrash thrill throb throng thrust thud
thunder tick tickle tilt tiptoe tire toast toil torment toss totter tow tower trail trample transplant trap tremble
trick trickle trot trudge tuck tug tumble tutor tweak twirl twist undress unravel unroll unwrap upset utter venerate
wade wager wail wane warm weep whine whip whirl whisk whisper whistle whiten wink wobble woo wrench wrestle wriggle
wring wrinkle yawn yell zigzag acquaint adjudicate anneal aspirate autoclave baste blanch braise calcify caramelize
centrifuge clot coagulate coat crimp crystallize cure deglaze dehydrate dice dilate dissect drizzle elute etch extrude
fizz flake flex garnish grate inoculate lather lyse magnetize marinate mash microwave mince moor oxidise percolate
pipette puree refrigerate rehydrate reheat rust saturate saute sear shred sieve sift simmer skewer smoulder solder
sterilise sterilize stew stiffen strain swab titrate untie vaporize ventilate waterproof weld wilt zip amortise
appraise apportion collude countersign covenant deduce defraud disqualify embezzle expropriate impeach indict
liquidate naturalize notarize prorate recuse redistrict remand reapportion subpoena subsidise subsidize underwrite
unionize step outwit prod wag strum disbar acquit blot swig
`);

/** Base, past, past participle (and third person, where it is not base + s). */
export const irregularForms = `
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
|win won won|withdraw withdrew withdrawn|write wrote written|have had had has|do did done does|slay slew slain|stride strode stridden|kneel knelt knelt|fling flung flung|foretell foretold foretold
|overthrow overthrew overthrown|overtake overtook overtaken|overhear overheard overheard|overrun overran overrun|weep wept wept|thrust thrust thrust|burst burst burst|upset upset upset|dwell dwelt dwelt|retell retold retold|rethink rethought rethought|spit spat spat|wring wrung wrung|forsake forsook forsaken
|leap leapt leapt|lean leant leant|smite smote smitten|sew sewed sewn|mow mowed mown|shave shaved shaven|behold beheld beheld|string strung strung
|repay repaid repaid|stink stank stunk|sting stung stung|bleed bled bled|speed sped sped|shear sheared shorn|underwrite underwrote underwritten
|offset offset offset|redo redid redone|rewrite rewrote rewritten|mistake mistook mistaken|outgrow outgrew outgrown|befall befell befallen|beset beset beset|bestride bestrode bestridden`;

/** Verbs whose base or -s form is at least as often a noun. */
export const nounBases = wordSet(`
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
sense nest institute alarm alert ambush arch arrest bark barter blame blast blaze blend bloom blossom blur boast bomb bounce bow brace
braid brew bribe bruise brush bubble budget bump burst camp caution chant chase chat cheat cheer chill chuckle circle
clap clasp clutch coil coin comb comfort cough counsel crack crawl crunch crush curl cycle dam dance dare dart dash
decree delight desert dip discharge disguise disgust dislike dispatch dive divorce dread drift drill drip dye echo
eclipse edge envy escort excuse eye fashion ferry fiddle flap flare flick flicker flip flock flog fold forge frame fry
gallop gamble gasp gaze giggle gleam glance glide glimmer glimpse glitter glow glue grill grimace grin grip groan
growl grunt gulp hail hammer harbour harbor haul heap hiss hitch hop howl huddle hug hum hunt hush inch insult
interview intrigue itch jab jerk jog jolt kick kiss knock lash laugh leap lick limp loan lodge lurch marvel massacre
merit moan mold mould mop motion mow murmur nail nibble nod nudge overflow overhaul overlap paddle pardon pat peck
peel peep peer perch pickle pinch pity pledge plot plow plough poison poke polish pop pound prick puff pulse puncture
purge puzzle ramble rebuff rebuke regret reign relish reprimand rhyme rip roar roast ruin rumble rustle sacrifice
saddle sail salute sanction scent scoop scorn scout scrape scratch scrawl scream scribble scrub shave shock shout
shove shovel shower shriek shrug shudder shuffle sigh sip sketch slap slaughter slice slip slope slump smash smear
smell smoke snap snarl sneer sneeze sniff snore soak sob spear speed spice spit splash splinter spray sprint spur
squeal squeeze squint stack stain stalk stamp stare steam stir stitch strand strap stride stroke stroll strut suit
swallow swamp swarm sway sweat sweep swim swirl taunt thrill throb throng thrust thud thunder tick tilt toast toil
torment toss tow tower trail transplant trap tread trick trickle trot tug tumble tutor tweak twist wager wail wane
whine whip whirl whisk whisper whistle wink worship wrench yawn yell zigzag bake cure grease grate flake garnish mash
mince puree rust sieve skewer solder stew strain swab weld zip own upset covenant swear shear
`);

/** Verbs that double their last letter before "-ed" and "-ing". */
export const doubled =
  wordSet(`omit remit admit ban commit cut defer drop fit flag get hit incur let log map occur opt permit plan plug prefer put quit
 refer regret rebut run set ship shut sit skip spin split step stop strip submit tag tap tie transfer transmit travel trim chop drag wrap
 win begin control compel forget format forbid hop pad patrol pin plot rub scan scrap slip spot star stem stir swap zip reset program stub swap
abhor chat clap cram dam dip drip dub excel expel flap flip flit flog grab grin grip hug hum jab jog kidnap knit mop
nod outwit pat pop prod recur repel rip rob scrub shred shrug shun sip skim slam slap snap sob spit spur stab strap
strut sum swab swat throb thud tip trap trot tug wag whip zigzag strum deter disbar equip acquit blot blur confer
infer impel propel dispel rot sag span stun swig thin trek`);
